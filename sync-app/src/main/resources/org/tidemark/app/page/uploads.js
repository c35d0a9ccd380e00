// Files on their way: how far, what holds them up, and what can be done.
import { get, post } from './api.js';
import { button, el, replace } from './dom.js';
import { pager, showPages } from './pager.js';
import { attempt, problemBox } from './problems.js';
import { recordLink } from './records.js';
import { size, uploadState } from './words.js';

/** What a person can do with an upload in a state. */
const DEEDS = {
  WAITING: ['pause', 'cancel'],
  UPLOADING: ['pause', 'cancel'],
  ATTACHING: [],
  PAUSED: ['resume', 'cancel'],
  PARKED: ['retry', 'cancel'],
  REFUSED: ['dismiss'],
  DONE: ['dismiss'],
  CANCELLED: ['dismiss'],
};
const NAMES = { pause: 'Pause', resume: 'Resume', cancel: 'Cancel', retry: 'Retry', dismiss: 'Dismiss' };

/** Whether it waits for a time that a person need not wait for; the server's own wish is kept. */
const waitsForATime = upload => upload.state === 'WAITING' && upload.nextAttempt && upload.problem && !upload.problem.retryAfterMs;

/** One upload; on the page of its record there is no link to that. */
export function uploadLine(upload, failed, isOnItsRecord = false) {
  const part = `${size(upload.sentBytes)} of ${size(upload.sizeBytes)}`;
  const deed = (name, path) => button(name, () => attempt(failed, () => post(`/api/upload/${path}`, { upload: upload.upload })),
    { 'aria-label': `${name}: ${upload.file}`, 'data-key': `${path} ${upload.upload}` });
  const done = ['DONE', 'ATTACHING'].includes(upload.state);
  return el('li', { class: 'upload' },
    el('span', {}, el('strong', {}, upload.file), ` ${uploadState(upload.state)}`),
    !done && el('progress', { max: upload.sizeBytes, value: upload.sentBytes, 'aria-label': `${upload.file}: sent` }),
    el('span', { class: 'quiet' }, done ? size(upload.sizeBytes) : part),
    upload.problem && problemBox({ ...upload.problem, recoveries: [], fields: [] }),
    el('p', { class: 'deeds' },
      !isOnItsRecord && el('a', { href: recordLink(upload) }, upload.state === 'REFUSED' ? 'Choose another file' : 'Its record'),
      waitsForATime(upload) && deed('Try now', 'retry'),
      DEEDS[upload.state].map(each => deed(NAMES[each], each))));
}

export function uploadsView(root, [before = '']) {
  const told = el('p', { class: 'quiet' });
  const failed = el('div');
  const list = el('ul', { class: 'list' });
  const pages = pager();
  root.append(el('h1', {}, 'Uploads'), told, failed, list, pages);

  async function refresh() {
    const page = await get('/api/uploads', { before: before || null });
    told.textContent = page.items.length > 0 || before ? '' : 'No files. Attach one to a note; it goes out by itself, also after a break.';
    replace(list, page.items.map(each => uploadLine(each, failed)));
    showPages(pages, '#/uploads', before, page.next);
  }

  return { title: 'Uploads', topics: ['UPLOADS', 'STATUS'], refresh };
}
