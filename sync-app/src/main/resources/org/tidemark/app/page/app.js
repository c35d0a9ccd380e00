// The page as a whole: which view the address names, what is live, and what stands on every view.
import { route } from './address.js';
import { post } from './api.js';
import { conflictView, conflictsView, hasTyped } from './conflicts.js';
import { el, first } from './dom.js';
import { Live, single } from './live.js';
import { Notices, UndoBar } from './notices.js';
import { problemBox } from './problems.js';
import { newView, recordView } from './record.js';
import { recordsView } from './records.js';
import { replaceView } from './redraw.js';
import { Replacing } from './replacing.js';
import { decided as decidedSentence } from './sentences.js';
import { settingsView } from './settings.js';
import { snapshotsView } from './snapshots.js';
import { uploadsView } from './uploads.js';
import { waitingView } from './waiting.js';
import { count, network, recordName, time, title } from './words.js';

const VIEWS = {
  records: recordsView,
  record: recordView,
  new: newView,
  conflicts: conflictsView,
  conflict: conflictView,
  uploads: uploadsView,
  waiting: waitingView,
  snapshots: snapshotsView,
  settings: settingsView,
  lost: lostView,
};

const LINKS = [
  ['records', 'Records', () => 0],
  ['conflicts', 'Conflicts', status => status.conflicts],
  ['uploads', 'Uploads', status => status.uploads + status.uploadTroubles],
  ['waiting', 'Waiting', status => status.pending + status.parked],
  ['snapshots', 'Snapshots', () => 0],
  ['settings', 'Settings', () => 0],
];

const main = document.getElementById('main');
const live = new Live();
const bar = new UndoBar(goToHeading);
const notices = new Notices();
const replacing = new Replacing(bar, sentence => notices.say(sentence));
const app = { live, notices, space: '', saved: '', undo, decided, deleted, replaced: (file, putBack) => replacing.begin(file, putBack) };

let view = null;
let refreshView = () => {};
let address = '';

/** After a decision: says so, and offers the ways back. */
function decided(conflict, done) {
  const { undo: own, undoToServer } = done;
  const sentence = decidedSentence(conflict, done);
  notices.dropConflict(conflict.conflict);
  notices.say(sentence);
  const ways = [
    own && ['Undo', () => undo(own, conflict)],
    undoToServer && ['Take the server’s side after all', () => undo(undoToServer, conflict)],
  ].filter(Boolean);
  if (ways.length > 0) {
    bar.offer(sentence, ways);
  } else {
    // The way from the dialog to the list is a move too.
    bar.tell(sentence, 2);
  }
}

/** After a deletion: says so, and offers the way back. */
function deleted(record, snapshot) {
  const sentence = `${recordName(record)} is deleted.`;
  notices.say(sentence);
  bar.offer(sentence, snapshot ? [['Undo', () => undo(snapshot, record)]] : []);
  // What was pressed is gone with its view; the list would lie between a person and Undo.
  bar.callNext();
}

async function undo(snapshot, record, overLaterEdit = false) {
  const name = recordName(record);
  try {
    const { withOthers } = await post('/api/undo', {}, { snapshot, overLaterEdit });
    const sentence = `${name} is back${withOthers ? ', with what others wrote since' : ''}.`;
    bar.tell(sentence);
    notices.say(sentence);
  } catch (failure) {
    if (!failure.problem) {
      throw failure;
    }
    if (failure.problem.code === 'LATER_EDIT') {
      bar.ask(`${name} was edited again since. Bringing the old state back replaces that edit, which then is a snapshot too.`, first(() => undo(snapshot, record, true)));
    } else {
      bar.tell(`${name}: ${failure.problem.sentence}`);
    }
  }
}

function lostView(root) {
  root.append(el('h1', {}, 'Nothing here'), el('p', {}, 'This address leads nowhere. ', el('a', { href: '#/records' }, 'To the records')));
  return { title: 'Nothing here', topics: [], refresh: async () => {} };
}

// ---------- what stands on every view

const name = el('p', { class: 'name' });
const state = el('span', { id: 'state' });
const last = el('span', { class: 'quiet' });
const toggle = el('button', { type: 'button', role: 'switch', 'aria-checked': 'true', onclick: turn }, 'Online');
const links = LINKS.map(([path, words, number]) => {
  const badge = el('span', { class: 'badge', 'aria-hidden': 'true' });
  const link = el('a', { href: `#/${path}` }, words, badge);
  return { path, words, number, badge, link };
});
document.getElementById('head').append(
  el('div', { class: 'row' }, name, el('div', { class: 'network' }, el('div', {}, state, ' ', last), toggle)),
  el('nav', { 'aria-label': 'Views' }, links.map(each => each.link)));
document.getElementById('skip').addEventListener('click', () => main.focus());

async function turn() {
  if (!live.status) {
    return;
  }
  await live.refresh(await post('/api/network', {}, { on: !live.status.on }));
}

function drawHead() {
  const status = live.status;
  name.textContent = status.name;
  state.textContent = network(status);
  state.className = `state ${status.on && status.state !== 'OFFLINE' && !status.problem ? 'good' : 'away'}`;
  last.textContent = `Last sync: ${time(status.lastPull)}`;
  toggle.setAttribute('aria-checked', String(status.on));
  for (const each of links) {
    const number = each.number(status);
    each.badge.textContent = number || '';
    each.badge.hidden = !number;
    each.link.setAttribute('aria-label', number ? `${each.words}, ${count(number, 'waiting').replace('waitings', 'waiting')}` : each.words);
  }
  drawTitle();
}

function drawTitle() {
  document.title = title(live.status, view?.title ?? 'Tidemark');
}

// ---------- the view that the address names

/** A place that every view has. */
function goToHeading() {
  const heading = main.querySelector('h1');
  heading?.setAttribute('tabindex', '-1');
  heading?.focus({ preventScroll: true });
}

async function go() {
  const next = location.hash || '#/records';
  if (view?.isDirty?.() && next !== address && !window.confirm('You have typed something that is not saved. Leave it?')) {
    history.replaceState(null, '', address);
    return;
  }
  const isLater = view !== null;
  address = next;
  bar.moveOn();
  notices.fold();
  view?.leave?.();
  const named = route(next);
  const path = named && Object.hasOwn(VIEWS, named.path) ? named.path : 'lost';
  const parameters = named?.parameters ?? [];
  const root = el('div', { class: `view ${path}` });
  const made = VIEWS[path](root, parameters, app);
  view = made;
  refreshView = single(async () => {
    try {
      await made.refresh();
      drawTitle();
    } catch (failure) {
      if (!failure.problem) {
        throw failure;
      }
      root.querySelector(':scope > .problem')?.remove();
      root.prepend(problemBox(failure.problem));
    }
  });
  const again = replaceView(main, root);
  const held = document.activeElement;
  for (const each of links) {
    const here = path.startsWith(each.path.replace(/s$/, '')) || (path === 'new' && each.path === 'records');
    each.link.toggleAttribute('aria-current', here);
    if (here) {
      each.link.setAttribute('aria-current', 'page');
    }
  }
  drawTitle();
  await refreshView();
  if (view !== made) {
    return;
  }
  // Who has gone on meanwhile is not called back.
  const isCalled = bar.wasCalled();
  if (again) {
    notices.say(made.told());
  } else if (isLater && document.activeElement === held && !root.querySelector('dialog[open]')) {
    window.scrollTo(0, 0);
    if (isCalled) {
      bar.focus();
    } else {
      goToHeading();
    }
  }
}

// What may not be covered stands above what is told at the foot, however high that is.
const foot = document.querySelector('.foot');
new ResizeObserver(() => document.documentElement.style.setProperty('--foot', `${foot.offsetHeight}px`)).observe(foot);

live.addEventListener('status', () => {
  drawHead();
  notices.haveConflicts(live.status.conflicts);
});
live.addEventListener('changed', event => {
  if (view?.topics.some(topic => event.detail.has(topic))) {
    refreshView();
  }
  if (event.detail.has('UPLOADS')) {
    replacing.look();
  }
  if (event.detail.has('STATUS')) {
    notices.settle();
  }
});
live.addEventListener('notice', event => notices.tell(event.detail, undo));
live.addEventListener('conflicts', event => notices.tellConflicts(event.detail));
live.addEventListener('more', event => notices.show(`${count(event.detail, 'more thing')} happened meanwhile.`, [], { brief: true }));
live.addEventListener('lost', () => {
  state.textContent = 'The program on this computer does not answer';
  state.className = 'state away';
});
live.addEventListener('found', () => live.status && drawHead());
window.addEventListener('hashchange', go);
window.addEventListener('beforeunload', event => {
  if (view?.isDirty?.() || view?.hasTyped?.() || hasTyped()) {
    event.preventDefault();
  }
});

await live.refresh();
app.space = live.status.space;
live.start();
await go();
