// A file that takes the place of another one: what is so by now, and the way back.
import { get } from './api.js';
import { single } from './live.js';
import { recordName } from './words.js';

export class Replacing {
  #bar;
  #say;
  #now = null;

  constructor(bar, say) {
    this.#bar = bar;
    this.#say = say;
  }

  /** Says what `{upload, file, record}` will do, and offers the way back. */
  begin(replacing, putBack) {
    const way = name => [[name, async () => this.#bar.tell(await putBack())]];
    const comes = `${replacing.file} takes the place of the file of ${recordName(replacing.record)} when the server has taken it.`;
    this.#say(comes);
    const offer = this.#bar.offer(comes, way('Keep the old file'));
    this.#now = { ...replacing, offer, backAgain: way('Put the old file back') };
    // A small file may be there already.
    this.look();
  }

  /** Looks how far the file is: it has taken the place, or never will. */
  look = single(async () => {
    const now = this.#now;
    if (!now) {
      return;
    }
    const state = await get('/api/upload', { upload: now.upload }).then(
      upload => upload.state, failure => (failure.problem?.code === 'NOT_FOUND' ? 'CANCELLED' : null));
    if (now !== this.#now || !['DONE', 'REFUSED', 'CANCELLED'].includes(state)) {
      return;
    }
    this.#now = null;
    if (!this.#bar.has(now.offer)) {
      return;
    }
    if (state === 'DONE') {
      const done = `${now.file} has taken the place of the file of ${recordName(now.record)}.`;
      this.#say(done);
      this.#bar.offer(done, now.backAgain);
    } else {
      this.#bar.clear();
    }
  });
}
