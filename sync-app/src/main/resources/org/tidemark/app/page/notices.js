// Tells people what they did not ask for: in the page, by the system where that is allowed.
import { get } from './api.js';
import { button, el } from './dom.js';
import { single } from './live.js';
import { NoticeList } from './notice-list.js';
import { replace } from './redraw.js';
import { conflictNotice, count, notice as words } from './words.js';

/** What an upload is in while somebody must look at it. */
const TROUBLES = ['PARKED', 'REFUSED'];

export class Notices {
  #root = document.getElementById('notices');
  #said = document.getElementById('said');
  #list = new NoticeList(() => this.#draw(), () => document.hidden || this.#root.matches(':hover') || this.#root.contains(document.activeElement));
  #conflicts = { count: 0, one: null, notice: null };
  #isOpen = false;

  /** Says something once, for those who listen. */
  say(sentence) {
    this.#said.textContent = sentence;
  }

  /**
   * Shows a sentence with what can be done about it, until somebody closes it.
   *
   * @param more `name`: a later one of that name takes its place; `brief`: it leaves by itself;
   *     `grave`; `isSettled`: asks whether nothing is left to do about it
   */
  show(sentence, deeds = [], more = {}) {
    const notice = { sentence, ...more };
    const drop = () => this.#list.drop(notice);
    notice.box = el('div', { class: more.grave ? 'notice grave' : 'notice' },
      el('p', {}, sentence),
      el('p', { class: 'deeds' },
        deeds.map(([name, deed]) => button(name, () => { drop(); deed(); }, { 'data-key': `${name} ${sentence}` })),
        button('Close', drop, { 'aria-label': `Close: ${sentence}`, 'data-key': `Close ${sentence}` })));
    this.say(sentence);
    return this.#list.add(notice);
  }

  /** The first one, and how many more there are: all of them would cover what a person works on. */
  #draw() {
    const all = this.#list.all();
    this.#isOpen &&= all.length > 1;
    all.forEach(({ box }, place) => { box.hidden = place > 0 && !this.#isOpen; });
    replace(this.#root, all.map(each => each.box), all.length > 1 && button(
      this.#isOpen ? 'Show one' : `${count(all.length - 1, 'more notice')}`,
      () => { this.#isOpen = !this.#isOpen; this.#draw(); },
      { class: 'more', 'data-key': 'more', 'aria-expanded': String(this.#isOpen) }));
  }

  /** Shows the first one alone again. */
  fold() {
    this.#isOpen = false;
    this.#draw();
  }

  /** Takes away what was said of matters that are settled. */
  settle = single(async () => {
    for (const notice of this.#list.all()) {
      if (notice.isSettled && await notice.isSettled().catch(() => false)) {
        this.#list.drop(notice);
      }
    }
  });

  /** Conflicts that a sync has found: one notice for all that are not looked at, and one of the system. */
  tellConflicts({ count: number, one }) {
    const told = this.#isTold() ? this.#conflicts.count : 0;
    this.#showConflicts(told + number, told === 0 && number === 1 ? one : null);
    tellSystem(conflictNotice(this.#conflicts.count, this.#conflicts.one), conflictAddress(this.#conflicts.one));
  }

  #isTold() {
    return this.#conflicts.notice !== null && this.#list.has(this.#conflicts.notice);
  }

  #showConflicts(number, one) {
    const look = one ? 'Decide' : 'Look';
    const notice = this.show(conflictNotice(number, one), [[look, () => { location.hash = conflictAddress(one); }]],
      { name: 'conflicts', grave: true, isSettled: one ? () => isDecided(one.conflict) : undefined });
    this.#conflicts = { count: number, one, notice };
  }

  /** Takes away what was said of one conflict, which is decided. */
  dropConflict(id) {
    if (this.#isTold() && this.#conflicts.one?.conflict === id) {
      this.#list.drop(this.#conflicts.notice);
    }
  }

  /** Says of no more conflicts than still wait. */
  haveConflicts(waiting) {
    if (!this.#isTold() || this.#conflicts.count <= waiting) {
      return;
    }
    if (waiting === 0) {
      this.#list.drop(this.#conflicts.notice);
    } else {
      this.#showConflicts(waiting, null);
    }
  }

  /** A notice of the program; `undo` brings a snapshot of a record back. */
  tell(about, undo) {
    const sentence = words(about);
    switch (about.what) {
      case 'PARKED':
        this.show(sentence, [['Look', () => { location.hash = '#/waiting'; }]],
          { name: `parked ${about.mutation}`, grave: true, isSettled: () => isTaken(about.mutation) });
        break;
      case 'UPLOAD':
        if (about.state === 'DONE') {
          this.show(sentence, [], { name: `upload ${about.upload}`, brief: true });
        } else {
          this.show(sentence, [['Look', () => { location.hash = '#/uploads'; }]],
            { name: `upload ${about.upload}`, isSettled: () => isGoing(about.upload) });
        }
        break;
      case 'SPACE_GAINED':
        this.show(sentence, [], { brief: true });
        break;
      default:
        this.show(sentence, about.snapshot ? [['Bring mine back', () => undo(about.snapshot, about)]] : []);
    }
  }
}

/** Whether a change waits for nobody any more. */
async function isTaken(mutation) {
  const { parked, parkedCount } = await get('/api/outbox');
  return parked.length === parkedCount && !parked.some(each => each.mutation === mutation);
}

/** Whether a conflict waits for nobody any more: it is decided, or ended with an undo. */
async function isDecided(conflict) {
  try {
    return (await get('/api/conflict', { conflict })).state !== 'OPEN';
  } catch (failure) {
    return failure.problem?.code === 'NOT_FOUND';
  }
}

/** Whether an upload needs nobody any more: it goes on, or is off the list. */
async function isGoing(upload) {
  try {
    return !TROUBLES.includes((await get('/api/upload', { upload })).state);
  } catch (failure) {
    return failure.problem?.code === 'NOT_FOUND';
  }
}

const conflictAddress = one => (one ? `#/conflict/${encodeURIComponent(one.conflict)}` : '#/conflicts');

/** Has the system tell it where this page is not in front; a later one takes its place. */
function tellSystem(sentence, address) {
  if (!('Notification' in window) || Notification.permission !== 'granted' || (!document.hidden && document.hasFocus())) {
    return;
  }
  const notification = new Notification('Tidemark', { body: sentence, tag: 'tidemark-conflicts', renotify: true });
  notification.onclick = () => {
    window.focus();
    location.hash = address;
    notification.close();
  };
}

/** The bar that takes the last decision back. */
export class UndoBar {
  #root = document.getElementById('bar');
  #moves = Infinity;
  #isCalled = false;
  #leave;

  /** @param leave takes whoever was in it elsewhere when it goes */
  constructor(leave) {
    this.#leave = leave;
  }

  /** Offers ways back, names with what they do; gives what it can be asked for later on. */
  offer(sentence, ways) {
    const told = el('p', {}, sentence);
    this.#show(Infinity, told,
      ...ways.map(([name, undo]) => button(name, undo)),
      button('Close', () => this.clear(), { 'aria-label': 'Close: undo' }));
    return told;
  }

  /** Whether it still shows what was offered. */
  has(offer) {
    return this.#root.contains(offer);
  }

  /** Asks before an undo replaces a later edit; elsewhere it would be asked of nothing. */
  ask(sentence, over) {
    this.#show(1,
      el('p', { role: 'alert' }, sentence),
      button('Bring it back anyway', over),
      button('Leave it', () => this.clear()));
  }

  /** Tells something until a person has gone on so many times. */
  tell(sentence, moves = 1) {
    this.#show(moves, el('p', {}, sentence), button('Close', () => this.clear()));
  }

  /** Has the next view leave the focus to it. */
  callNext() {
    this.#isCalled = true;
  }

  /** Whether this is the view that leaves the focus to it. */
  wasCalled() {
    const isCalled = this.#isCalled && this.#root.children.length > 0;
    this.#isCalled = false;
    return isCalled;
  }

  focus() {
    this.#root.focus({ preventScroll: true });
  }

  /** Another view is shown: what only told something has been read. */
  moveOn() {
    this.#moves--;
    if (this.#moves <= 0) {
      this.clear();
    }
  }

  clear() {
    this.#show(Infinity);
  }

  /** Whoever was in it is still in it, or goes on where it was called from. */
  #show(moves, ...children) {
    const isIn = this.#root.contains(document.activeElement);
    this.#moves = moves;
    this.#root.replaceChildren(...children);
    if (isIn && children.length > 0) {
      this.focus();
    } else if (isIn) {
      this.#leave();
    }
  }
}
