// Files on their way: how far, what holds them up, and what can be done.
import { get, post } from './api.js';
import { button, el } from './dom.js';
import { pageAddress, pager, showPages } from './pager.js';
import { attempt, problemBox } from './problems.js';
import { recordLink } from './records.js';
import { replace } from './redraw.js';
import { isSignedOut, size, uploadState } from './words.js';

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
/** What goes no further; how far it once was means nothing. */
const OVER = ['REFUSED', 'CANCELLED'];
const NAMES = { pause: 'Pause', resume: 'Resume', cancel: 'Cancel', retry: 'Retry', dismiss: 'Dismiss' };

/** Whether it waits for a time that a person need not wait for; the server's own wish is kept. */
const waitsForATime = upload => upload.state === 'WAITING' && upload.nextAttempt && upload.problem && !upload.problem.retryAfterMs;

/** How it stands; what failed, or can't get there, is not being sent. */
function standOf(upload, status) {
  const isHeldUp = upload.problem || status?.state === 'OFFLINE' || isSignedOut(status);
  return uploadState(upload.state === 'UPLOADING' && isHeldUp ? 'WAITING' : upload.state);
}

/** One upload; on the page of its record there is no link to that. */
export function uploadLine(upload, failed, status, isOnItsRecord = false) {
  const part = `${size(upload.sentBytes)} of ${size(upload.sizeBytes)}`;
  const deed = (name, path) => button(name, () => attempt(failed, () => post(`/api/upload/${path}`, { upload: upload.upload })),
    { 'aria-label': `${name}: ${upload.file}` });
  const done = ['DONE', 'ATTACHING'].includes(upload.state);
  const waitsForSwitch = status && !status.on && ['WAITING', 'UPLOADING', 'ATTACHING'].includes(upload.state);
  return el('li', { class: 'upload', 'data-key': upload.upload },
    el('span', {}, el('strong', {}, upload.file), ` ${waitsForSwitch && !done ? 'waits until the switch is on' : standOf(upload, status)}`),
    !done && !OVER.includes(upload.state) && el('progress', { max: upload.sizeBytes, value: upload.sentBytes, 'aria-label': `${upload.file}: sent` }),
    el('span', { class: 'quiet' }, done || OVER.includes(upload.state) ? size(upload.sizeBytes) : part),
    upload.problem && !waitsForSwitch && problemBox({ ...upload.problem, recoveries: [], fields: [] }),
    el('p', { class: 'deeds' },
      !isOnItsRecord && el('a', { href: recordLink(upload) }, upload.state === 'REFUSED' ? 'Choose another file' : 'Its record'),
      waitsForATime(upload) && !waitsForSwitch && deed('Try now', 'retry'),
      DEEDS[upload.state].map(each => deed(NAMES[each], each))));
}

export function uploadsView(root, [before = ''], app) {
  const told = el('p', { class: 'quiet' });
  const failed = el('div');
  const list = el('ul', { class: 'list' });
  const pages = pager();
  root.append(el('h1', {}, 'Uploads'), told, failed, list, pages);

  async function refresh() {
    const page = await get('/api/uploads', { before: before || null });
    told.textContent = page.items.length > 0 || before ? '' : 'No files. Attach one to a note; it goes out by itself, also after a break.';
    replace(list, page.items.map(each => uploadLine(each, failed, app.live.status)));
    showPages(pages, next => pageAddress('uploads', next), before, page.next);
  }

  return { title: 'Uploads', topics: ['UPLOADS', 'STATUS'], refresh };
}
