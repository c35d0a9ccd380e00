import { page, program, settled } from './fake-page.js';
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

const places = {};
document.getElementById = id => (places[id] ??= page());
const { Notices } = await import('./notices.js');

const ONE = { conflict: 'c1', type: 'note', id: 'n1', title: 'Cake' };

let notices;
let asked;

beforeEach(() => {
  for (const id of ['notices', 'said']) {
    places[id] = page();
    places[id].matches = () => false;
  }
  asked = program();
  notices = new Notices();
});

const told = () => places.notices.textContent;

/** Other conflicts wait all the while, so that the number says nothing of this one. */
async function looked(...answer) {
  notices.tellConflicts({ count: 1, one: ONE });
  notices.haveConflicts(3);
  notices.settle();
  await settled();
  await asked[0].answer(...answer);
}

test('a conflict that ended with an undo is told no more, whatever else waits', async () => {
  await looked({ state: 'CLOSED' });
  assert.equal(told(), '');
});

test('a conflict that is gone is told no more', async () => {
  await looked({ code: 'NOT_FOUND', sentence: 'There is none.' }, 404);
  assert.equal(told(), '');
});

test('a conflict that waits is told by its name', async () => {
  await looked({ state: 'OPEN' });
  assert.match(told(), /Note “Cake” was changed here and elsewhere/);
});
