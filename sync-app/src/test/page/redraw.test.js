import { page, find } from './fake-page.js';
import assert from 'node:assert/strict';
import test from 'node:test';
import { el } from './dom.js';
import { recordsView } from './records.js';
import { replaceView } from './redraw.js';

const view = type => {
  const root = page();
  recordsView(root, [type], { space: 'demo', live: { status: null } });
  return root;
};

test('a chooser and a search that lead to another view keep the focus there', () => {
  const main = page();
  replaceView(main, view('note'));
  for (const key of ['kind', 'space', 'search']) {
    main.all().find(each => each.dataset.key === key).focus();
    const next = view('task');
    assert.equal(replaceView(main, next), true);
    assert.equal(document.activeElement.dataset.key, key);
    assert.ok(next.contains(document.activeElement));
  }
});

test('what has nothing like it in the next view gives the focus away', () => {
  const main = page();
  replaceView(main, view('note'));
  find(main, 'a').focus();
  assert.equal(replaceView(main, view('task')), false);
  main.all().find(each => each.dataset.key === 'kind').focus();
  assert.equal(replaceView(main, el('div')), false);
});
