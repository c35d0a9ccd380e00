// What waits to be sent, and what the server did not take, with what to do.
import { get, post } from './api.js';
import { el } from './dom.js';
import { attempt, problemBox } from './problems.js';
import { recordLink } from './records.js';
import { replace } from './redraw.js';
import { isDue } from './sentences.js';
import { count, isSignedOut, recordName, someOf, time } from './words.js';

export function waitingView(root, parameters, app) {
  const failed = el('div');
  const parked = el('ul', { class: 'list' });
  const parkedHead = el('h2', {}, 'Not taken by the server');
  const parkedTold = el('p', { class: 'quiet' });
  const pending = el('ul', { class: 'list' });
  const told = el('p', { class: 'quiet' });
  const overall = el('div');
  root.append(el('h1', {}, 'Waiting'), overall, failed, parkedHead, parkedTold, parked, el('h2', {}, 'To be sent'), told, pending);

  const act = (deed, mutation) => attempt(failed, async () => {
    await post(`/api/outbox/${deed}`, { mutation });
    await refresh();
  });

  async function report(mutation) {
    await attempt(failed, async () => {
      const made = await post('/api/outbox/report', { mutation }, { withContents: false });
      app.notices.show(`A report for a support desk is in ${made.file}. It holds names of records, and nothing that is in them.`);
    });
  }

  function line(item) {
    const open = () => { location.hash = recordLink(item); };
    const actions = {
      RETRY: () => act('retry', item.mutation),
      DISMISS: () => act('dismiss', item.mutation),
      REPORT: () => report(item.mutation),
      EDIT: open,
      EXPORT: open,
      RESOLVE: () => { location.hash = '#/conflicts'; },
      SIGN_IN: () => { location.hash = '#/settings'; },
    };
    return el('li', { 'data-key': item.mutation },
      el('a', { href: recordLink(item) }, recordName(item)),
      el('span', { class: 'quiet' }, `edited ${time(item.editedAt)}${item.attempts ? `, ${count(item.attempts, 'attempt')}` : ''}`),
      item.problem && (item.state === 'PARKED' || app.live.status?.on) && problemBox(item.problem, item.state === 'PARKED' ? actions : {}));
  }

  async function refresh() {
    const status = app.live.status;
    replace(overall, status?.problem && status.on && problemBox(status.problem, {
      RETRY: () => attempt(failed, () => post('/api/sync')),
      SIGN_IN: () => { location.hash = '#/settings'; },
    }));
    const all = await get('/api/outbox');
    parkedHead.hidden = parkedTold.hidden = parked.hidden = all.parkedCount === 0;
    parkedTold.textContent = someOf(all.parked, all.parkedCount, 'change');
    replace(parked, all.parked.map(line));
    told.textContent = all.pendingCount === 0
      ? `Nothing: all ${all.parkedCount ? 'else ' : ''}you did here is on the server.`
      : `${someOf(all.pending, all.pendingCount, 'change')}${status?.on ? next(all.nextAttempt, status) : '; goes out when the switch is on'}`;
    replace(pending, all.pending.map(line));
  }

  function next(at, status) {
    if (isSignedOut(status)) {
      return '; goes out when you have signed in';
    }
    return isDue(at) ? '; goes out as soon as the server can be reached' : `, tried next at ${time(at)}`;
  }

  return { title: 'Waiting', topics: ['OUTBOX', 'STATUS'], refresh };
}
