import { page, program, settled } from './fake-page.js';
import assert from 'node:assert/strict';
import test from 'node:test';
import { snapshotsView } from './snapshots.js';

const snapshot = overOthers => ({ space: 'demo', type: 'note', id: 'n1', title: 'Cake', snapshot: 1, takenAt: '2026-01-01T00:00:00.000Z', reason: 'MERGED', deleted: false, line: null, overOthers });

test('a snapshot that would go over what others wrote says so', async () => {
  for (const overOthers of [true, false]) {
    const asked = program();
    const root = page();
    snapshotsView(root, [], {}).refresh();
    await settled();
    await asked[0].answer({ items: [snapshot(overOthers)] });
    assert.equal(root.textContent.includes('also over what others wrote'), overOthers);
  }
});
