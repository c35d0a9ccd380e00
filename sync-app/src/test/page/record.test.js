import { click, find, input, page, program, settled } from './fake-page.js';
import assert from 'node:assert/strict';
import test from 'node:test';
import { newView, recordView } from './record.js';
import { network } from './words.js';

const ABSENT = { kind: 'ABSENT', text: '' };
const app = () => ({ deleted: () => {}, live: { status: { spaces: [], on: true, state: 'IDLE' } }, notices: { say: () => {} }, space: 'demo', saved: '' });

const note = (seen, text) => ({
  space: 'demo', type: 'note', id: 'n1', title: null, status: 'PENDING', updatedAt: '2026-01-01T00:00:00.000Z', seen, conflict: null,
  votes: ABSENT, photo: ABSENT, moreFields: 0, fields: [{ path: '/text', value: { kind: 'TEXT', text } }],
});

const press = root => find(root, 'form').dispatchEvent(new Event('submit'));

async function opened(asked) {
  const root = page();
  const view = recordView(root, ['demo', 'note', 'n1'], app());
  view.refresh();
  await settled();
  await asked[0].answer(note('v1', 'one'));
  await asked[1].answer({ items: [] });
  return { root, view };
}

test('a new record that is saved by two presses is made once', async () => {
  const asked = program();
  const root = page();
  newView(root, ['note'], app());
  input(root, 'Text').value = 'Milk';
  press(root);
  press(root);
  await settled();
  assert.equal(asked.length, 1);
});

test('a new record that was refused can be saved again', async () => {
  const asked = program();
  const root = page();
  newView(root, ['note'], app());
  press(root);
  await asked[0].answer({ sentence: 'The disk is full.' }, 409);
  press(root);
  await settled();
  assert.equal(asked.length, 2);
});

test('what is typed while a save is under way stays, and is saved by the next one', async () => {
  const asked = program();
  const { root, view } = await opened(asked);
  input(root, 'Text').value = 'one two';
  press(root);
  await settled();
  input(root, 'Text').focus();
  input(root, 'Text').value = 'one two three';
  await asked[2].answer(note('v2', 'one two'));
  assert.equal(input(root, 'Text').value, 'one two three');
  assert.equal(input(root, 'Text').selectionStart, 'one two three'.length);
  assert.equal(view.isDirty(), true);
  press(root);
  await settled();
  assert.deepEqual(asked[3].body, { seen: 'v2', set: { '/text': { kind: 'TEXT', text: 'one two three' } } });
});

test('a save shows what came of it where nothing was typed meanwhile', async () => {
  const asked = program();
  const { root, view } = await opened(asked);
  input(root, 'Text').value = 'one two';
  press(root);
  await settled();
  await asked[2].answer(note('v2', 'one two, and what came from elsewhere'));
  assert.equal(input(root, 'Text').value, 'one two, and what came from elsewhere');
  assert.equal(view.isDirty(), false);
});

test('votes that are pressed one after the other count against what the one before came to', async () => {
  const asked = program();
  const { root } = await opened(asked);
  click(root, '+');
  click(root, '+');
  await settled();
  await asked[2].answer({ ...note('v2', 'one'), votes: { kind: 'NUMBER', text: '1' } });
  assert.equal(asked.length, 4);
  assert.deepEqual(asked[3].body, { seen: 'v2', add: { '/votes': 1 } });
});

test('what is typed counts against what was seen of it, whatever a vote brings meanwhile', async () => {
  const asked = program();
  const { root } = await opened(asked);
  input(root, 'Text').value = 'one, typed';
  click(root, '+');
  await settled();
  await asked[2].answer(note('v2', 'one, from elsewhere'));
  assert.equal(input(root, 'Text').value, 'one, typed');
  press(root);
  await settled();
  assert.deepEqual(asked[3].body, { seen: 'v1', set: { '/text': { kind: 'TEXT', text: 'one, typed' } } });
});

test('whoever types hears of a change elsewhere, and not of their own save that is sent', async () => {
  const asked = program();
  const { root, view } = await opened(asked);
  input(root, 'Text').value = 'one, typed';
  view.refresh();
  await settled();
  await asked[2].answer({ ...note('v2', 'one'), status: 'SYNCED' });
  assert.doesNotMatch(root.textContent, /changed elsewhere/);
  await asked[3].answer({ items: [] });
  view.refresh();
  await settled();
  await asked[4].answer(note('v3', 'one, from elsewhere'));
  assert.match(root.textContent, /changed elsewhere/);
});

test('who is in a field when a change comes from elsewhere is in it still, also where a field comes along', async () => {
  const asked = program();
  const { root, view } = await opened(asked);
  input(root, 'Text').focus();
  view.refresh();
  await settled();
  await asked[2].answer(note('v2', 'two'));
  assert.equal(input(root, 'Text').value, 'two');
  assert.equal(document.activeElement, input(root, 'Text'));
  await asked[3].answer({ items: [] });
  view.refresh();
  await settled();
  const more = note('v3', 'three');
  await asked[4].answer({ ...more, fields: [...more.fields, { path: '/place', value: { kind: 'TEXT', text: 'Ulm' } }] });
  assert.equal(input(root, 'Text').value, 'three');
  assert.equal(input(root, 'Place').value, 'Ulm');
  assert.equal(document.activeElement, input(root, 'Text'));
});

test('who has put the cursor somewhere types there, whatever comes from elsewhere before, after or beside it', async () => {
  const asked = program();
  const { root, view } = await opened(asked);
  const place = () => { const box = input(root, 'Text'); return [box.value.slice(0, box.selectionStart), box.value.slice(box.selectionEnd)]; };
  const comes = async next => {
    view.refresh();
    await settled();
    await asked.at(-1).answer(next);
    await asked.at(-1).answer({ items: [] });
    assert.equal(document.activeElement, input(root, 'Text'));
  };
  input(root, 'Text').focus();
  input(root, 'Text').setSelectionRange(1, 1);
  await comes(note('v2', 'one and two'));
  assert.deepEqual(place(), ['o', 'ne and two']);
  await comes(note('v3', 'zero, one and two'));
  assert.deepEqual(place(), ['zero, o', 'ne and two']);
  const more = note('v4', 'zero, one and two');
  await comes({ ...more, fields: [...more.fields, { path: '/tags', value: { kind: 'WORDS', text: 'a' } }, { path: '/place', value: { kind: 'TEXT', text: 'Ulm' } }] });
  assert.deepEqual(place(), ['zero, o', 'ne and two']);
  assert.equal(view.isDirty(), false);
});

test('what a vote brings from elsewhere is shown where nothing is typed', async () => {
  const asked = program();
  const { root } = await opened(asked);
  click(root, '+');
  await settled();
  await asked[2].answer(note('v2', 'one, from elsewhere'));
  assert.equal(input(root, 'Text').value, 'one, from elsewhere');
});

test('a look that was asked for before a save does not take the place of what that came to', async () => {
  const asked = program();
  const { root, view } = await opened(asked);
  view.refresh();
  await settled();
  input(root, 'Text').value = 'two';
  press(root);
  await settled();
  await asked[2].answer(note('v1', 'one'));
  await asked.find(each => each.body).answer(note('v2', 'two'));
  assert.equal(input(root, 'Text').value, 'two');
  assert.equal(view.isDirty(), false);
});

test('a record that is being deleted is looked at no more', async () => {
  const asked = program();
  const { root, view } = await opened(asked);
  click(root, 'Delete');
  view.refresh();
  await settled();
  await asked[2].answer({ undo: 1 });
  assert.equal(asked.length, 3);
});

test('that the program was away is told no more when it is back', async () => {
  const asked = program();
  const { root, view } = await opened(asked);
  view.refresh();
  await settled();
  await asked[2].answer({ sentence: 'The program does not answer.' }, 500);
  assert.match(root.textContent, /does not answer/);
  view.refresh();
  await settled();
  await asked[3].answer(note('v1', 'one'));
  assert.doesNotMatch(root.textContent, /does not answer/);
});

test('the tab of a record has its name', async () => {
  const { view } = await opened(program());
  assert.equal(view.title, 'Note n1');
});

test('whoever is signed out hears that a save does not go out by itself', async () => {
  const asked = program();
  const root = page();
  const told = app();
  const view = recordView(root, ['demo', 'note', 'n1'], told);
  view.refresh();
  await settled();
  await asked[0].answer(note('v1', 'one'));
  await asked[1].answer({ items: [] });
  input(root, 'Text').value = 'two';
  press(root);
  await settled();
  await asked[2].answer(note('v2', 'two'));
  assert.match(root.textContent, /goes out by itself/);
  // Refused by the server, or without a token from the start.
  for (const state of ['PAUSED', 'IDLE', 'SYNCING']) {
    told.live.status = { ...told.live.status, state, problem: { recoveries: ['SIGN_IN'] } };
    assert.match(network(told.live.status), /^Signed out/);
    view.refresh();
    await settled();
    await asked.at(-1).answer(note('v2', 'two'));
    await asked.at(-1).answer({ items: [] });
    assert.doesNotMatch(root.textContent, /goes out by itself/);
    assert.match(root.textContent, /Sign in, and it goes out/);
  }
});
