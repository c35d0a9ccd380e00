import { find, page, program, settled } from './fake-page.js';
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

test('older ones are on the next page, as far back as they go', async () => {
  const asked = program();
  const root = page();
  snapshotsView(root, [], {}).refresh();
  await settled();
  await asked[0].answer({ items: [snapshot(false)], next: '1' });
  assert.equal(find(root, 'a', 'Next page').getAttribute('href'), '#/snapshots/1');
  const next = page();
  snapshotsView(next, ['1'], {}).refresh();
  await settled();
  assert.equal(new URL(asked[1].path, 'http://x').searchParams.get('before'), '1');
  await asked[1].answer({ items: [], next: null });
  assert.doesNotMatch(next.textContent, /None/);
  assert.equal(find(next, 'a', 'First page').getAttribute('href'), '#/snapshots');
  assert.equal(find(next, 'a', 'Next page'), undefined);
});
