import { find, input, page, program, settled } from './fake-page.js';
import assert from 'node:assert/strict';
import test from 'node:test';
import { route } from './address.js';
import { pageAddress } from './pager.js';
import { recordsView } from './records.js';

const app = { space: 'demo', live: { status: { spaces: [{ space: 'demo', role: 'EDITOR' }] } } };
const note = { space: 'demo', type: 'note', id: 'n1', title: 'Cake', line: null, status: 'SYNCED' };

async function shown(parameters, answer) {
  const asked = program();
  const root = page();
  recordsView(root, parameters, app).refresh();
  await settled();
  await asked[0].answer(answer);
  return { root, asked };
}

const texts = root => root.all().filter(each => each.name === 'p').map(each => each.textContent);

test('a list tells how many there are, and that the last changed is first', async () => {
  const { root } = await shown(['note'], { items: [note], next: null, count: 1 });
  assert.ok(texts(root).includes('1 note, 1 shown, the last changed first'));
});

test('words in the address are asked for, stand in the search, and stay on the next page', async () => {
  const { root, asked } = await shown(['note', '', 'ca/ke #1'], { items: [note], next: '12.n1', count: 70 });
  assert.equal(new URL(asked[0].path, 'http://x').searchParams.get('words'), 'ca/ke #1');
  assert.equal(input(root, 'Search').value, 'ca/ke #1');
  assert.ok(texts(root).includes('1 note with “ca/ke #1” shown, the last changed first'));
  const next = find(root, 'a', 'Next page').getAttribute('href');
  assert.deepEqual(route(next), { path: 'records', parameters: ['note', '12.n1', 'ca/ke #1'] });
  assert.equal(find(root, 'a', 'Show all').getAttribute('href'), '#/records/note');
});

test('a search that found nothing yet says that it goes on, and one that is over says so', async () => {
  const on = await shown(['note', '', 'x'], { items: [], next: '12.n1', count: 20000 });
  assert.ok(texts(on.root).includes('None with “x” among the newest; the next page looks on.'));
  const over = await shown(['note', '', 'x'], { items: [], next: null, count: 2 });
  assert.ok(texts(over.root).includes('No note with “x” here.'));
});

test('a search goes to the address of its words, from the first page', async () => {
  const { root } = await shown(['note', '12.n1'], { items: [note], next: null, count: 1 });
  input(root, 'Search').value = '  cake ';
  find(root, 'form').dispatchEvent(new Event('submit', { cancelable: true }));
  assert.equal(location.hash, '#/records/note//cake');
});

test('an address has no empty end', () => {
  assert.equal(pageAddress('records', 'note', '', ''), '#/records/note');
  assert.equal(pageAddress('conflicts', ''), '#/conflicts');
});
