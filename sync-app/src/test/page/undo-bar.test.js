import { click, page } from './fake-page.js';
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

const root = page();
document.getElementById = () => root;
const { UndoBar } = await import('./notices.js');

let left;
let bar;

beforeEach(() => {
  document.activeElement = null;
  left = 0;
  bar = new UndoBar(() => { left++; });
});

test('whoever closes it goes back to the view, and whoever is elsewhere stays there', () => {
  bar.offer('Gone.', []);
  root.children.at(-1).focus();
  click(root, 'Close');
  assert.equal(left, 1);
  document.activeElement = null;
  bar.offer('Gone.', []);
  bar.clear();
  assert.equal(left, 1);
});

test('whoever takes something back is still in it when it tells what came of that', () => {
  bar.offer('Gone.', [['Undo', () => bar.tell('It is back.')]]);
  root.children[1].focus();
  click(root, 'Undo');
  assert.equal(document.activeElement, root);
  assert.equal(left, 0);
});

test('after a deletion the next view leaves the focus to it, once', () => {
  bar.offer('Gone.', []);
  assert.equal(bar.wasCalled(), false);
  bar.callNext();
  assert.equal(bar.wasCalled(), true);
  assert.equal(bar.wasCalled(), false);
});

test('an empty bar is left no focus', () => {
  bar.clear();
  bar.callNext();
  assert.equal(bar.wasCalled(), false);
});
