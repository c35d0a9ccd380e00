import assert from 'node:assert/strict';
import test from 'node:test';
import { route } from './address.js';
import { decided, copying, fieldTrouble, isDue, mayWrite, saved, whyReadOnly } from './sentences.js';

test('an address names a view and its parameters, or nothing', () => {
  assert.deepEqual(route('#/record/demo/note/a%2Fb'), { path: 'record', parameters: ['demo', 'note', 'a/b'] });
  for (const none of ['', '#', '#/']) {
    assert.deepEqual(route(none), { path: 'records', parameters: [] });
  }
  assert.equal(route('#/record/%'), null);
});

test('a time that is past is due', () => {
  const now = new Date('2026-03-01T12:00:00Z');
  assert.ok(isDue(null, now));
  assert.ok(isDue('1970-01-01T00:00:00Z', now));
  assert.ok(!isDue('2026-03-01T12:00:01Z', now));
});

test('a save is told where no mark says more', () => {
  assert.deepEqual(['SYNCED', 'PENDING', 'CONFLICT', 'PARKED'].map(saved), ['Saved and sent.', 'Saved on this device; goes out by itself.', '', '']);
});

test('who may only read is told why', () => {
  const status = { spaces: [{ space: 'demo', mayWrite: false }, { space: 'own', mayWrite: true }] };
  assert.deepEqual(['demo', 'own', 'not heard of yet'].map(space => mayWrite(status, space)), [false, true, true]);
  assert.equal(whyReadOnly(status, { space: 'own', status: 'SYNCED' }), '');
  assert.match(whyReadOnly(status, { space: 'demo', status: 'SYNCED' }), /read this space/);
  assert.match(whyReadOnly(status, { space: 'own', status: 'READ_ONLY' }), /no longer in this space/);
});

test('a field is called by its name alone', () => {
  assert.equal(fieldTrouble({ path: '/data/title', message: '/title: must be at most 5 characters long' }), 'title: must be at most 5 characters long');
  assert.equal(fieldTrouble({ path: '/data', message: ': required property \'title\' not found' }), 'required property \'title\' not found');
  assert.equal(fieldTrouble({ path: '/database', message: 'is too long' }), 'database: is too long');
});

test('a large file tells how far its copy is', () => {
  assert.match(copying('film.mp4', 450, 900), /50 %$/);
  assert.match(copying('film.mp4', 900, 900), /is copied/);
});

test('an undo that goes over what others wrote says so', () => {
  const conflict = { type: 'note', title: 'Shopping', id: 'n1', localUpdatedAt: '2026-01-01T00:00:00.000Z' };
  assert.match(decided(conflict, { undo: 1, undoesOthers: true }), /^The conflict of Note “Shopping” is decided[.] Undo puts your version of .+ back as a whole, also over what others wrote[.]$/);
  assert.match(decided({ ...conflict, localDeleted: true }, { undo: 1, undoesOthers: true }), /Undo deletes the record again, with what others wrote[.]$/);
  assert.equal(decided(conflict, { undo: 1, undoesOthers: false }), 'The conflict of Note “Shopping” is decided.');
  assert.equal(decided(conflict, { undo: null, undoesOthers: true }), 'The conflict of Note “Shopping” is decided.');
});
