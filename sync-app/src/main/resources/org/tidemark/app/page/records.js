// The records of a type in a space, the last changed first, by pages; all, or those with some words.
import { get, post } from './api.js';
import { el, labelled } from './dom.js';
import { pageAddress, pager, showPages } from './pager.js';
import { attempt } from './problems.js';
import { replace } from './redraw.js';
import { READ_ONLY, mayWrite } from './sentences.js';
import { foundRecords, statusWord, typeName } from './words.js';

const TYPES = ['note', 'task', 'invoice', 'counter'];
const PAGE = 50;
const LONGEST_SEARCH = 200;

export const recordLink = record =>
  `#/record/${[record.space, record.type, record.id].map(encodeURIComponent).join('/')}`;

export function recordsView(root, [type = 'note', after = '', words = ''], app) {
  const list = el('ul', { class: 'list' });
  const told = el('p', { class: 'quiet' });
  const failed = el('div');
  const readOnly = el('p', { class: 'hint' }, READ_ONLY);
  const pages = pager();
  const types = el('select', { 'data-key': 'kind', onchange: event => { location.hash = pageAddress('records', event.target.value, '', words); } },
    TYPES.map(each => el('option', { value: each, selected: each === type }, `${typeName(each)}s`)));
  const spaces = el('select', { 'data-key': 'space', onchange: event => changeSpace(event.target.value) });
  const sought = el('input', { type: 'search', 'data-key': 'search', value: words, maxlength: LONGEST_SEARCH, autocomplete: 'off' });
  const make = el('a', { class: 'button', href: `#/new/${type}` }, `New ${typeName(type).toLowerCase()}`);
  let shownSpaces = '';
  root.append(
    el('h1', {}, `${typeName(type)}s`),
    el('div', { class: 'row' }, labelled('Space', spaces), labelled('Kind', types), make),
    el('form', { class: 'row search', role: 'search', onsubmit: search },
      labelled('Search', sought), el('button', { 'data-key': 'seek' }, 'Search'), words && el('a', { href: pageAddress('records', type) }, 'Show all')),
    failed, readOnly, told, list, pages);

  function search(event) {
    event.preventDefault();
    location.hash = pageAddress('records', type, '', sought.value.trim());
  }

  async function changeSpace(space) {
    app.space = space;
    await attempt(failed, () => post('/api/space', {}, { space }));
    if (after) {
      location.hash = pageAddress('records', type, '', words);
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
      const page = await get('/api/records', { space: app.space, type, after: after || null, words: words || null, limit: PAGE });
      told.textContent = foundRecords(typeName(type).toLowerCase(), page, words);
      replace(list, page.items.map(line));
      showPages(pages, next => pageAddress('records', type, next, words), after, page.next);
    });
  }

  function line(record) {
    return el('li', { 'data-key': record.id },
      el('a', { href: recordLink(record) }, record.title ?? record.id),
      record.line && el('span', { class: 'quiet' }, record.line),
      statusWord(record.status) && el('span', { class: `mark ${record.status.toLowerCase()}` }, statusWord(record.status)));
  }

  return { title: `${typeName(type)}s`, topics: ['RECORDS', 'STATUS'], refresh, told: () => told.textContent };
}
