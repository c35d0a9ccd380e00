// Tells people what they did not ask for: in the page, by the system where that is allowed.
import { button, el } from './dom.js';
import { conflictNotice, notice as words } from './words.js';

const MOST = 5;

export class Notices {
  #root = document.getElementById('notices');
  #said = document.getElementById('said');
  #conflicts = { count: 0, one: null, box: null };

  /** Says something once, for those who listen. */
  say(sentence) {
    this.#said.textContent = sentence;
  }

  /** Shows a sentence with what can be done about it, until somebody closes it. */
  show(sentence, deeds = [], grave = false) {
    const box = el('div', { class: grave ? 'notice grave' : 'notice' });
    box.append(
      el('p', {}, sentence),
      el(
        'p',
        { class: 'deeds' },
        deeds.map(([name, deed]) => button(name, () => { box.remove(); deed(); })),
        button('Close', () => box.remove(), { 'aria-label': `Close: ${sentence}` }),
      ),
    );
    this.#root.append(box);
    while (this.#root.children.length > MOST) {
      this.#root.firstElementChild.remove();
    }
    this.say(sentence);
    return box;
  }

  /** Conflicts that a sync has found: one notice for all that are not looked at, and one of the system. */
  tellConflicts({ count, one }) {
    const told = this.#conflicts.box?.isConnected ? this.#conflicts.count : 0;
    this.#showConflicts(told + count, told === 0 && count === 1 ? one : null);
    tellSystem(conflictNotice(this.#conflicts.count, this.#conflicts.one), conflictAddress(this.#conflicts.one));
  }

  #showConflicts(count, one) {
    this.#conflicts.box?.remove();
    const look = one ? 'Decide' : 'Look';
    const box = this.show(conflictNotice(count, one), [[look, () => { location.hash = conflictAddress(one); }]], true);
    this.#conflicts = { count, one, box };
  }

  /** Takes away what was said of one conflict, which is decided. */
  dropConflict(id) {
    const { one, box } = this.#conflicts;
    if (one?.conflict === id) {
      box.remove();
    }
  }

  /** Says of no more conflicts than still wait. */
  haveConflicts(waiting) {
    const { count, box } = this.#conflicts;
    if (!box?.isConnected || count <= waiting) {
      return;
    }
    if (waiting === 0) {
      box.remove();
    } else {
      this.#showConflicts(waiting, null);
    }
  }

  /** A notice of the program; `undo` brings a snapshot back. */
  tell(about, undo) {
    const deeds = [];
    if (about.what === 'PARKED') {
      deeds.push(['Look', () => { location.hash = '#/waiting'; }]);
    } else if (about.what === 'UPLOAD' && about.state !== 'DONE') {
      deeds.push(['Look', () => { location.hash = '#/uploads'; }]);
    } else if (about.snapshot) {
      deeds.push(['Bring mine back', () => undo(about.snapshot)]);
    }
    this.show(words(about), deeds, about.what === 'PARKED');
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

  offer(sentence, undo) {
    this.#moves = Infinity;
    this.#root.replaceChildren(
      el('p', {}, sentence),
      button('Undo', undo),
      button('Close', () => this.clear(), { 'aria-label': 'Close: undo' }),
    );
  }

  /** Asks before an undo replaces a later edit. */
  ask(sentence, over) {
    this.#moves = Infinity;
    this.#root.replaceChildren(
      el('p', { role: 'alert' }, sentence),
      button('Bring it back anyway', over),
      button('Leave it', () => this.clear()),
    );
  }

  /** Tells something until a person has gone on so many times. */
  tell(sentence, moves = 1) {
    this.#moves = moves;
    this.#root.replaceChildren(el('p', {}, sentence), button('Close', () => this.clear()));
  }

  /** Another view is shown: what only told something has been read. */
  moveOn() {
    this.#moves--;
    if (this.#moves <= 0) {
      this.clear();
    }
  }

  clear() {
    this.#root.replaceChildren();
  }
}
