// What was overridden on this device, newest first, and the way back.
import { get } from './api.js';
import { button, el } from './dom.js';
import { pageAddress, pager, showPages } from './pager.js';
import { recordLink } from './records.js';
import { replace } from './redraw.js';
import { reason, recordName, time } from './words.js';

export function snapshotsView(root, [before = ''], app) {
  const told = el('p', { class: 'quiet' });
  const list = el('ul', { class: 'list' });
  const pages = pager();
  root.append(el('h1', {}, 'Snapshots'), told, list, pages);

  async function refresh() {
    const page = await get('/api/snapshots', { before: before || null });
    told.textContent = page.items.length === 0 && !before
      ? 'None. What is deleted, and what a merge, a decision or an undo replaces, is kept here for 30 days.'
      : 'What was replaced or deleted is kept for 30 days.';
    replace(list, page.items.map(each => el('li', { 'data-key': String(each.snapshot) },
      el('a', { href: recordLink(each) }, recordName(each)),
      el('span', { class: 'quiet' }, `${time(each.takenAt)}, ${reason(each.reason)}`),
      each.line && el('span', { class: 'quiet' }, each.line),
      each.deleted && el('span', { class: 'quiet' }, 'It was deleted.'),
      each.overOthers && el('span', { class: 'quiet' }, 'Bring back puts this version back as a whole, also over what others wrote.'),
      el('p', { class: 'deeds' }, button('Bring back', () => app.undo(each.snapshot, each),
        { 'aria-label': `Bring back: ${recordName(each)}, ${time(each.takenAt)}` })))));
    showPages(pages, next => pageAddress('snapshots', next), before, page.next);
  }

  return { title: 'Snapshots', topics: ['RECORDS'], refresh };
}
