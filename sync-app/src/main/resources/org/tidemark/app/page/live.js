// What the program tells by itself, and how it stands.
import { get } from './api.js';

const QUIET_MS = 2000;

export class Live extends EventTarget {
  status = null;
  #events = null;
  // One after the other, so that an older answer never takes the place of a newer one.
  #ask = single(async () => this.#stands(await get('/api/status')));

  /** Listens from now on, and again when somebody looks at a page that gave way to another one. */
  start() {
    document.addEventListener('visibilitychange', () => document.visibilityState !== 'hidden' && this.#listen());
    window.addEventListener('focus', () => this.#listen());
    this.#listen();
  }

  #listen() {
    if (this.#events) {
      return;
    }
    const events = new EventSource('/api/events');
    this.#events = events;
    const stop = () => {
      events.close();
      this.#events = null;
    };
    events.onmessage = event => this.#heard(JSON.parse(event.data));
    // A browser has few connections to a server, so only the newest pages listen.
    events.addEventListener('giveway', stop);
    events.onerror = () => {
      this.dispatchEvent(new Event('lost'));
      if (events.readyState === EventSource.CLOSED) {
        stop();
        setTimeout(() => this.#listen(), QUIET_MS);
      }
    };
    events.onopen = () => this.dispatchEvent(new Event('found'));
  }

  async #heard(message) {
    if (message.topics.includes('STATUS')) {
      await this.refresh().catch(() => {});
    }
    this.dispatchEvent(new CustomEvent('changed', { detail: new Set(message.topics) }));
    for (const notice of message.notices) {
      this.dispatchEvent(new CustomEvent('notice', { detail: notice }));
    }
    if (message.conflicts) {
      this.dispatchEvent(new CustomEvent('conflicts', { detail: { count: message.conflicts, one: message.conflict } }));
    }
    if (message.moreNotices) {
      this.dispatchEvent(new CustomEvent('more', { detail: message.moreNotices }));
    }
  }

  /** Asks how the program stands, or takes an answer that says so. */
  async refresh(known = null) {
    if (known) {
      this.#stands(known);
    } else {
      await this.#ask();
    }
  }

  #stands(status) {
    this.status = status;
    this.dispatchEvent(new Event('status'));
  }
}

/** Does one after the other, each when the one before has ended. */
export function inTurn() {
  let last = Promise.resolve();
  return work => {
    const mine = last.then(work);
    last = mine.catch(() => {});
    return mine;
  };
}

/** Runs one after the other; what is asked for meanwhile is done once more at the end. */
export function single(work) {
  let running = null;
  let isRunning = false;
  let again = false;
  const run = async () => {
    try {
      do {
        again = false;
        await work();
      } while (again);
    } finally {
      // At once: who asks a moment later must not be told that it is still done.
      isRunning = false;
    }
  };
  return () => {
    if (isRunning) {
      again = true;
    } else {
      isRunning = true;
      running = run();
    }
    return running;
  };
}
