// Which notices there are. No page is needed for any of it.

const MOST = 20;
const BRIEF_MS = 8_000;

/**
 * Notices in the order in which they are shown: what leaves by itself, then what is grave, then the
 * rest; of these the newest first. None says what another one says, and one with the name of
 * another takes its place.
 */
export class NoticeList {
  #notices = [];
  #changed;
  #isHeld;

  /**
   * @param changed is called after each change
   * @param isHeld whether somebody looks at them just now, so that none may leave
   */
  constructor(changed, isHeld = () => false) {
    this.#changed = changed;
    this.#isHeld = isHeld;
  }

  /** Adds `{name, sentence, brief, grave}`; a brief one leaves after a while. */
  add(notice) {
    const others = this.#notices.filter(each => each.sentence !== notice.sentence && (!notice.name || each.name !== notice.name));
    this.#notices = [notice, ...others].slice(0, MOST);
    if (notice.brief) {
      this.#leaveLater(notice);
    }
    this.#changed();
    return notice;
  }

  #leaveLater(notice) {
    setTimeout(() => {
      if (this.has(notice) && this.#isHeld()) {
        this.#leaveLater(notice);
      } else {
        this.drop(notice);
      }
    }, BRIEF_MS);
  }

  has(notice) {
    return this.#notices.includes(notice);
  }

  drop(notice) {
    if (this.has(notice)) {
      this.#notices = this.#notices.filter(each => each !== notice);
      this.#changed();
    }
  }

  all() {
    const rank = each => (each.brief ? 0 : each.grave ? 1 : 2);
    return [...this.#notices].sort((one, other) => rank(one) - rank(other));
  }
}
