import assert from 'node:assert/strict';
import test from 'node:test';
import { conflictNotice, count, fieldName, network, notice, recordName, shown, size, time, title, typingKind } from './words.js';

test('a field has the name of its pointer', () => {
  assert.equal(fieldName('/title'), 'title');
  assert.equal(fieldName('/to/city'), 'to › city');
  assert.equal(fieldName('/a~1b/c~0d'), 'a/b › c~d');
});

test('a record is called by its title, else by its id', () => {
  assert.equal(recordName({ type: 'note', title: 'Shopping', id: 'n1' }), 'Note “Shopping”');
  assert.equal(recordName({ type: 'other', title: null, id: 'n1' }), 'other n1');
});

test('a type may have the name of anything', () => {
  assert.equal(recordName({ type: 'constructor', title: null, id: 'n1' }), 'constructor n1');
});

test('one thing has no s', () => {
  assert.equal(count(1, 'record'), '1 record');
  assert.equal(count(0, 'record'), '0 records');
});

test('sizes are read at a glance', () => {
  assert.deepEqual([0, 999, 1500, 123_456, 6_291_456, 5_368_709_120].map(size),
    ['0 bytes', '999 bytes', '1.5 KB', '123 KB', '6.3 MB', '5.4 GB'].map(words => words.replace(' ', '\u00a0')));
});

test('a time of another day has its day', () => {
  const now = new Date(2026, 2, 1, 12, 0);
  const today = time(new Date(2026, 2, 1, 9, 5).toISOString(), now);
  const before = time(new Date(2026, 1, 27, 9, 5).toISOString(), now);
  assert.ok(before.endsWith(today) && before.length > today.length);
  assert.equal(time(null), 'never');
});

test('what is not there is not an empty text', () => {
  assert.equal(shown({ kind: 'ABSENT', text: '' }), '(nothing)');
  assert.equal(shown({ kind: 'TEXT', text: '' }), '(empty)');
  assert.equal(shown({ kind: 'NUMBER', text: '0.10' }), '0.10');
});

test('what is typed is read as the sides have it', () => {
  assert.equal(typingKind({ kind: 'ABSENT' }, { kind: 'NUMBER' }), 'NUMBER');
  assert.equal(typingKind({ kind: 'ABSENT' }, { kind: 'ABSENT' }), 'TEXT');
});

test('the network is told in words', () => {
  assert.equal(network({ on: false, state: 'IDLE' }), 'Offline, by the switch');
  assert.equal(network({ on: true, state: 'OFFLINE' }), 'The server can’t be reached');
  assert.equal(network({ on: true, state: 'PAUSED' }), 'Signed out: sign in again in Settings');
  assert.equal(network({ on: true, state: 'PAUSED', problem: { recoveries: ['RETRY'] } }), 'Paused: look in Settings');
  assert.equal(network({ on: true, state: 'IDLE', problem: {} }), 'Waiting for the server');
  assert.equal(network({ on: true, state: 'IDLE', problem: null }), 'Online');
});

test('the title begins with what waits for a person', () => {
  const status = { name: 'Ana’s phone', conflicts: 2, parked: 1, uploadTroubles: 0 };
  assert.equal(title(status, 'Conflicts'), '(3) Conflicts – Ana’s phone');
  assert.equal(title({ ...status, conflicts: 0, parked: 0 }, 'Records'), 'Records – Ana’s phone');
  assert.equal(title(null, 'Tidemark'), 'Tidemark');
});

test('one conflict is told by its name, many by their number', () => {
  assert.match(conflictNotice(1, { type: 'note', title: 'Shopping', id: 'n1' }), /^Note “Shopping” was changed here/);
  assert.match(conflictNotice(300, null), /^300 records were changed here/);
  assert.match(conflictNotice(1, null), /^1 record was changed here/);
});

test('each notice is a sentence', () => {
  const record = { type: 'note', title: 'Shopping', id: 'n1' };
  const all = [
    { what: 'PARKED', ...record, sentence: 'It is too large.' },
    { what: 'UPLOAD', ...record, state: 'DONE', file: 'cake.png' },
    { what: 'UPLOAD', ...record, state: 'REFUSED', file: 'cake.png', sentence: 'No such files.' },
    { what: 'SPACE_GAINED', space: 'demo' },
    { what: 'SPACE_LOST', space: 'demo' },
    ...['SERVER_WINS', 'MERGED', 'RESOLVED_ELSEWHERE', 'SPACE_LOST'].map(reason => ({ what: 'OVERRIDDEN', ...record, reason })),
  ].map(notice);
  assert.equal(new Set(all).size, all.length);
  all.forEach(sentence => assert.match(sentence, /^[^{}]+\.$/));
});

test('a way back to one’s own side says what it takes away', () => {
  const merged = { what: 'OVERRIDDEN', type: 'note', title: 'Shopping', id: 'n1', reason: 'MERGED', snapshot: 7 };
  assert.match(notice(merged), /bringing yours back takes that one away[.]$/);
  assert.doesNotMatch(notice({ ...merged, snapshot: null }), /bringing/);
});
