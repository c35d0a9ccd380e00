import assert from 'node:assert/strict';
import test from 'node:test';
import { plan } from './fields.js';

const text = value => ({ kind: 'TEXT', text: value });

test('a note has its fields, also where the record has none', () => {
  assert.deepEqual(plan('note', []).map(row => [row.path, row.kind]), [['/title', 'TEXT'], ['/text', 'TEXT'], ['/tags', 'WORDS']]);
});

test('what is counted or attached is not typed', () => {
  const fields = [{ path: '/votes', value: { kind: 'NUMBER', text: '3' } }, { path: '/photo', value: text('u') }, { path: '/more', value: text('m') }];
  assert.deepEqual(plan('note', fields).slice(3).map(row => row.path), ['/more']);
});

test('a field keeps the kind that it has', () => {
  const rows = plan('invoice', [{ path: '/amount', value: text('a lot') }]);
  assert.equal(rows.find(row => row.path === '/amount').kind, 'TEXT');
});

test('an empty list takes words', () => {
  const rows = plan('note', [{ path: '/tags', value: { kind: 'JSON', text: '[]' } }]);
  assert.equal(rows.find(row => row.path === '/tags').kind, 'WORDS');
});

test('a type may have the name of anything', () => {
  for (const type of ['constructor', 'toString', '__proto__']) {
    assert.deepEqual(plan(type, []).map(row => row.path), ['/title', '/text']);
  }
});
