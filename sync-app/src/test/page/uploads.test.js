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
  assert.match(line(upload('UPLOADING', AWAY), true).textContent, /cake[.]png waits.*can’t be reached/);
});

test('only what can get to the server is being sent', () => {
  const stands = status => uploadLine(upload('UPLOADING'), page(), status).textContent;
  assert.match(stands({ on: true, state: 'IDLE' }), /is being sent/);
  assert.match(stands({ on: true, state: 'OFFLINE' }), /cake[.]png waits/);
  assert.match(stands({ on: true, state: 'PAUSED' }), /cake[.]png waits/);
});

test('what was refused has no bar', () => {
  assert.equal(find(line(upload('REFUSED', AWAY), true), 'progress'), undefined);
  assert.notEqual(find(line(upload('UPLOADING'), true), 'progress'), undefined);
});
