import { find, page, program, settled } from './fake-page.js';
import assert from 'node:assert/strict';
import test from 'node:test';
import { settingsView } from './settings.js';

const USUAL = { name: 'ana', server: 's', user: 'ana', on: true, state: 'IDLE', problem: null, uploadProblem: null, lastPull: '2026-01-01T00:00:00.000Z', records: 1, file: 'f' };
const OUT = { ...USUAL, state: 'PAUSED', problem: { code: 'SIGN_IN', sentence: 'You are signed out.', recoveries: ['SIGN_IN'] } };

function opened(status = USUAL) {
  const root = page();
  const live = { status, refresh: async known => { live.status = known; } };
  const view = settingsView(root, [], { live, notices: { say: () => {} } });
  return { root, view, live };
}

const box = root => root.all().find(each => each.getAttribute?.('type') === 'password');

async function signIn(root, asked, answer, status = 200) {
  box(root).value = 'a.b.c';
  find(root, 'form').dispatchEvent(new Event('submit', { cancelable: true }));
  await settled();
  await asked.at(-1).answer(answer, status);
}

test('a token that is none is told beside the field, and what was typed stays', async () => {
  const asked = program();
  const { root } = opened();
  await signIn(root, asked, { code: 'NO_TOKEN', sentence: 'This is no token.', place: '/token' }, 400);
  assert.equal(box(root).value, 'a.b.c');
  assert.equal(box(root).getAttribute('aria-invalid'), 'true');
  assert.match(root.textContent, /This is no token[.]/);
  assert.doesNotMatch(root.textContent, /Signed in|Token saved/);
});

test('a token is told to be good when a sync has gone through', async () => {
  const asked = program();
  const { root, view, live } = opened(OUT);
  await signIn(root, asked, USUAL);
  assert.match(root.textContent, /Token saved; the next sync tells whether it is accepted/);
  await view.refresh();
  assert.doesNotMatch(root.textContent, /Signed in[.]/);
  live.status = { ...USUAL, lastPull: '2026-01-01T00:01:00.000Z' };
  await view.refresh();
  assert.match(root.textContent, /Signed in[.]/);
});

test('a token that the server refuses is told beside the field', async () => {
  const asked = program();
  const { root, view, live } = opened();
  await signIn(root, asked, USUAL);
  live.status = OUT;
  await view.refresh();
  assert.match(root.textContent, /The server did not accept this token/);
  assert.equal(box(root).getAttribute('aria-invalid'), 'true');
  assert.doesNotMatch(root.textContent, /Token saved/);
});
