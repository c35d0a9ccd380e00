import { find, page, program, settled } from './fake-page.js';
import assert from 'node:assert/strict';
import test from 'node:test';
import { conflictView, hasTyped } from './conflicts.js';

const side = text => ({ kind: 'TEXT', text });

const conflict = (id, more = {}) => ({
  conflict: id, space: 'demo', type: 'note', id: 'n1', title: 'Shopping', state: 'OPEN', seen: 'v1', detectedAt: '2026-01-01T00:00:00.000Z',
  localDeleted: false, serverDeleted: false, moreFields: 0, explanation: '', changed: 1, names: ['/text'],
  fields: [{ path: '/text', settled: false, base: side('Milk'), local: side('Milk, two'), server: side('Bread'), suggested: side('Bread') }],
  ...more,
});

const press = (root, words, detail = 1) => {
  const event = new Event('click');
  event.detail = detail;
  find(root, 'button', words).dispatchEvent(event);
};

/** A conflict that stands open, with what was told of decisions. */
async function opened(asked, id, more = {}) {
  const root = page();
  const told = [];
  location.hash = `#/conflict/${id}`;
  const view = conflictView(root, [id], { decided: about => told.push(about) });
  view.refresh();
  await settled();
  await asked[0].answer({ items: [], count: 1 });
  await asked[1].answer(conflict(id, more));
  return { root, told, view };
}

const decisions = asked => asked.filter(each => each.body);

test('a decision leads back to the list', async () => {
  const asked = program();
  const { root, told } = await opened(asked, 'decided');
  press(root, 'Keep Local');
  await settled();
  assert.deepEqual(decisions(asked)[0].body, { seen: 'v1', choice: 'KEEP_LOCAL' });
  await decisions(asked)[0].answer({ undo: 1 });
  assert.equal(told.length, 1);
  assert.equal(location.hash, '#/conflicts');
});

test('the second press of two that come as one decides nothing', async () => {
  const asked = program();
  const { root } = await opened(asked, 'pressed');
  press(root, 'Keep Local', 2);
  press(root, 'Use Server', 2);
  press(root, 'Merge');
  press(root, 'Save the merge', 2);
  await settled();
  assert.equal(decisions(asked).length, 0);
  press(root, 'Save the merge');
  await settled();
  assert.equal(decisions(asked).length, 1);
});

test('whoever has gone elsewhere when a decision is through stays there, and is told', async () => {
  const asked = program();
  const { root, told, view } = await opened(asked, 'left');
  press(root, 'Keep Local');
  await settled();
  location.hash = '#/new/note';
  view.leave();
  await decisions(asked)[0].answer({ undo: 1 });
  assert.equal(location.hash, '#/new/note');
  assert.equal(told.length, 1);
});

test('a conflict that waits for nobody any more is not offered to be decided', async () => {
  const asked = program();
  const { root } = await opened(asked, 'over', { state: 'RESOLVED' });
  assert.equal(find(root, 'button', 'Keep Local'), undefined);
  assert.match(root.textContent, /decided already/);
});

test('a merge tells of fields that it does not show', async () => {
  const asked = program();
  const { root } = await opened(asked, 'large', { moreFields: 3 });
  press(root, 'Merge');
  assert.match(root.textContent, /3 more fields changed/);
});

test('what is typed for a conflict is known to be there until it is decided', async () => {
  const asked = program();
  const { root, view } = await opened(asked, 'typed');
  assert.equal(hasTyped() || view.hasTyped(), false);
  press(root, 'Merge');
  const box = find(root, 'textarea');
  box.value = 'Milk and bread';
  box.dispatchEvent(new Event('input'));
  assert.equal(view.hasTyped(), true);
  view.leave();
  assert.equal(hasTyped(), true);

  const again = program();
  const next = await opened(again, 'typed');
  press(next.root, 'Save the merge');
  await settled();
  await decisions(again)[0].answer({ undo: 1 });
  assert.equal(hasTyped(), false);
});

test('whoever comes back to a choice hears where a side has changed since', async () => {
  const asked = program();
  const { root, view } = await opened(asked, 'picked');
  press(root, 'Merge');
  const local = root.all().find(each => each.getAttribute?.('value') === 'LOCAL');
  local.checked = true;
  local.dispatchEvent(new Event('change'));
  view.leave();

  const same = await opened(program(), 'picked');
  assert.doesNotMatch(same.root.textContent, /changed since/);
  same.view.leave();
  const changed = conflict('picked');
  changed.fields[0].local = side('Milk, three');
  const other = await opened(program(), 'picked', { seen: 'v2', fields: changed.fields });
  assert.match(other.root.textContent, /A side changed since you chose/);
  assert.match(other.root.textContent, /Field: text \(changed since\)/);
});

const radio = (root, words) => {
  const label = root.all().find(each => each.name === 'label' && each.textContent === words);
  return root.all().find(each => each.id === label.getAttribute('for'));
};

const type = (root, label, words) => {
  const box = root.all().find(each => each.getAttribute?.('aria-label') === label);
  box.value = words;
  box.dispatchEvent(new Event('input'));
};

const clash = (local, server, suggested, path = '/title') =>
  ({ path, settled: false, base: side('List'), local: side(local), server: side(server), suggested: side(suggested) });

test('a choice that nobody pressed stays as it was seen when a side changes, whatever is suggested since', async () => {
  const asked = program();
  const title = clash('Shopping list', 'Groceries', 'Shopping list');
  const { root } = await opened(asked, 'flip', { fields: [title, clash('Milk, two', 'Bread', 'Bread', '/text')] });
  press(root, 'Merge');
  type(root, 'text: your own', 'Milk and bread');
  press(root, 'Save the merge');
  await settled();
  await decisions(asked)[0].answer({ code: 'CHANGED_MEANWHILE', sentence: 'A side changed.' }, 409);
  const later = [{ ...title, suggested: side('Groceries') }, clash('Milk, two', 'Buns', 'Buns', '/text')];
  await asked.at(-1).answer(conflict('flip', { seen: 'v2', fields: later }));

  assert.equal(radio(root, 'Local: Shopping list').checked, true);
  assert.deepEqual(root.all().filter(each => each.name === 'dd').map(each => each.textContent), ['Shopping list', 'Milk and bread']);
  assert.deepEqual(root.all().filter(each => each.name === 'legend').map(each => each.textContent), ['Field: title', 'Field: text (changed just now)']);
  press(root, 'Save the merge');
  await settled();
  assert.deepEqual(decisions(asked)[1].body, { seen: 'v2', choice: 'FIELDS', sides: { '/title': 'LOCAL' }, values: { '/text': { kind: 'TEXT', text: 'Milk and bread' } } });
});

test('a choice that was only looked at is nothing to come back to', async () => {
  const { root, view } = await opened(program(), 'looked');
  press(root, 'Merge');
  view.leave();
  const again = await opened(program(), 'looked');
  assert.notEqual(find(again.root, 'button', 'Keep Local'), undefined);
});

const quiet = (path, base, local, server) => ({ path, settled: true, base: side(base), local: side(local), server: side(server), suggested: side(server === base ? local : server) });

const drops = (keepLocal, useServer, more = 0) => ({ keepLocalDrops: { fields: keepLocal, more }, useServerDrops: { fields: useServer, more } });

test('a side that takes back what did not clash says so before it is pressed', async () => {
  const text = clash('Milk, two', 'Bread', 'Bread', '/text');
  const { root } = await opened(program(), 'quiet', { fields: [text, quiet('/photo', '', '', 'cake.png'), quiet('/title', 'List', 'Shopping', 'List')], ...drops(['/photo'], ['/title']) });
  const told = words => {
    const id = find(root, 'button', words).getAttribute('aria-describedby');
    return root.all().find(each => each.id === id).textContent;
  };
  assert.equal(told('Keep Local'), 'Keep Local also takes back what the server has in: photo. Merge keeps both.');
  assert.equal(told('Use Server'), 'Use Server also takes back what this device has in: title. Merge keeps both.');
  assert.equal(find(root, 'details').getAttribute('open'), '');
});

test('a side that takes back much says of how many more it does', async () => {
  const { root } = await opened(program(), 'much', drops(['/photo'], [], 12));
  assert.match(root.textContent, /Keep Local also takes back what the server has in: photo, 12 more fields. Merge keeps both./);
});

test('a side that takes nothing else back says nothing', async () => {
  for (const [id, more] of [['plain', drops([], [])], ['untold', {}]]) {
    const { root } = await opened(program(), id, more);
    assert.equal(find(root, 'button', 'Keep Local').getAttribute('aria-describedby'), null);
    assert.doesNotMatch(root.textContent, /takes back/);
  }
});
