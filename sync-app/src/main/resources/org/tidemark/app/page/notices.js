// Tells people what they did not ask for: in the page, by the system where that is allowed.
import { button, el } from './dom.js';
import { notice as words } from './words.js';

const MOST = 5;

export class Notices {
  #root = document.getElementById('notices');
  #said = document.getElementById('said');

  /** Says something once, for those who listen. */
  say(sentence) {
    this.#said.textContent = sentence;
  }

  /** Shows a sentence with what can be done about it, until somebody closes it. */
  show(sentence, deeds = [], about = null) {
    const grave = ['CONFLICT', 'PARKED'].includes(about?.what);
    const box = el('div', { class: grave ? 'notice grave' : 'notice', 'data-conflict': about?.conflict });
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
  }

  /** Takes away what was said of a conflict that is decided; null: of all. */
  dropConflict(id = null) {
    for (const box of [...this.#root.querySelectorAll('[data-conflict]')]) {
      if (id === null || box.dataset.conflict === id) {
        box.remove();
      }
    }
  }

  /** A notice of the program; `undo` brings a snapshot back. */
  tell(about, undo) {
    const sentence = words(about);
    const deeds = [];
    if (about.what === 'CONFLICT') {
      deeds.push(['Decide', () => { location.hash = `#/conflict/${encodeURIComponent(about.conflict)}`; }]);
    } else if (about.what === 'PARKED') {
      deeds.push(['Look', () => { location.hash = '#/waiting'; }]);
    } else if (about.what === 'UPLOAD' && about.state !== 'DONE') {
      deeds.push(['Look', () => { location.hash = '#/uploads'; }]);
    } else if (about.snapshot) {
      deeds.push(['Bring mine back', () => undo(about.snapshot)]);
    }
    this.show(sentence, deeds, about);
    if ('Notification' in window && Notification.permission === 'granted' && document.hidden) {
      new Notification('Tidemark', { body: sentence, tag: about.conflict ?? sentence });
    }
  }
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
