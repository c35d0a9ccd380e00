import { find, page } from './fake-page.js';
import assert from 'node:assert/strict';
import test from 'node:test';
import { uploadLine } from './uploads.js';

const AWAY = { sentence: 'The server can’t be reached.', code: 'NETWORK', fields: [], recoveries: [] };
const upload = (state, problem = null) => ({ space: 'demo', type: 'note', id: 'n1', upload: 'u1', file: 'cake.png', state, sizeBytes: 11, sentBytes: 11, problem, nextAttempt: null });
const line = (of, on) => uploadLine(of, page(), { on });

test('a file that the switch holds up says so, and shows no trouble', () => {
  const off = line(upload('UPLOADING', AWAY), false);
  assert.match(off.textContent, /cake[.]png waits until the switch is on/);
  assert.doesNotMatch(off.textContent, /can’t be reached|is being sent/);
  assert.match(line(upload('UPLOADING', AWAY), true).textContent, /is being sent.*can’t be reached/);
});

test('what was refused has no bar', () => {
  assert.equal(find(line(upload('REFUSED', AWAY), true), 'progress'), undefined);
  assert.notEqual(find(line(upload('UPLOADING'), true), 'progress'), undefined);
});
