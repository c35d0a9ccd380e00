// What the program tells by itself, and how it stands.
import { get } from './api.js';

const QUIET_MS = 2000;

export class Live extends EventTarget {
  status = null;
  // One after the other, so that an older answer never takes the place of a newer one.
  #ask = single(async () => this.#stands(await get('/api/status')));

  start() {
    const events = new EventSource('/api/events');
    events.onmessage = event => this.#heard(JSON.parse(event.data));
    events.onerror = () => {
      this.dispatchEvent(new Event('lost'));
      if (events.readyState === EventSource.CLOSED) {
        setTimeout(() => this.start(), QUIET_MS);
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
  let again = false;
  const run = async () => {
    do {
      again = false;
      await work();
    } while (again);
  };
  return () => {
    if (running) {
      again = true;
    } else {
      running = run().finally(() => {
        running = null;
      });
    }
    return running;
  };
}
