// The records of a type in a space, by pages.
import { get, post } from './api.js';
import { el, labelled } from './dom.js';
import { pager, showPages } from './pager.js';
import { attempt } from './problems.js';
import { replace } from './redraw.js';
import { READ_ONLY, mayWrite } from './sentences.js';
import { count, statusWord, typeName } from './words.js';

const TYPES = ['note', 'task', 'invoice', 'counter'];
const PAGE = 50;

export const recordLink = record =>
  `#/record/${[record.space, record.type, record.id].map(encodeURIComponent).join('/')}`;

export function recordsView(root, [type = 'note', after = ''], app) {
  const list = el('ul', { class: 'list' });
  const told = el('p', { class: 'quiet' });
  const failed = el('div');
  const readOnly = el('p', { class: 'hint' }, READ_ONLY);
  const pages = pager();
  const types = el('select', { onchange: event => { location.hash = `#/records/${event.target.value}`; } },
    TYPES.map(each => el('option', { value: each, selected: each === type }, `${typeName(each)}s`)));
  const spaces = el('select', { onchange: event => changeSpace(event.target.value) });
  const make = el('a', { class: 'button', href: `#/new/${type}` }, `New ${typeName(type).toLowerCase()}`);
  let shownSpaces = '';
  root.append(
    el('h1', {}, `${typeName(type)}s`),
    el('div', { class: 'row' }, labelled('Space', spaces), labelled('Kind', types), make),
    failed, readOnly, told, list, pages);

  async function changeSpace(space) {
    app.space = space;
    await attempt(failed, () => post('/api/space', {}, { space }));
    if (after) {
      location.hash = `#/records/${type}`;
    } else {
      await refresh();
    }
  }

  function showSpaces() {
    const known = app.live.status?.spaces.map(each => each.space) ?? [];
    const all = known.includes(app.space) ? known : [app.space, ...known];
    const now = JSON.stringify([all, app.space]);
    if (now === shownSpaces) {
      // A list that is open would close.
      return;
    }
    shownSpaces = now;
    spaces.replaceChildren(...all.map(space => el('option', { value: space, selected: space === app.space }, space.startsWith('~') ? 'My own' : space)));
  }

  async function refresh() {
    showSpaces();
    make.hidden = !mayWrite(app.live.status, app.space);
    readOnly.hidden = !make.hidden;
    await attempt(failed, async () => {
      const page = await get('/api/records', { space: app.space, type, after: after || null, limit: PAGE });
      told.textContent = page.count === 0
        ? `No ${typeName(type).toLowerCase()} here yet.`
        : `${count(page.count, typeName(type).toLowerCase())}, ${page.items.length} shown`;
      replace(list, page.items.map(line));
      showPages(pages, `#/records/${type}`, after, page.next);
    });
  }

  function line(record) {
    return el('li', { 'data-key': record.id },
      el('a', { href: recordLink(record) }, record.title ?? record.id),
      record.line && el('span', { class: 'quiet' }, record.line),
      statusWord(record.status) && el('span', { class: `mark ${record.status.toLowerCase()}` }, statusWord(record.status)));
  }

  return { title: `${typeName(type)}s`, topics: ['RECORDS', 'STATUS'], refresh };
}
