// What is attached to a record: its photo or file, another one to attach, and files on their way.
import { address, get, post, send } from './api.js';
import { el, labelled } from './dom.js';
import { ATTACHED } from './fields.js';
import { attempt } from './problems.js';
import { replace } from './redraw.js';
import { copying, goesOut } from './sentences.js';
import { uploadLine } from './uploads.js';
import { recordName } from './words.js';

export class Attached {
  #key;
  #app;
  #failed;
  #photo = el('div', { class: 'photo' });
  #copying = el('div');
  #files = el('ul', { class: 'list', 'aria-label': 'Files on their way' });
  #record = null;
  #label = null;
  #hint = el('p', { class: 'quiet' });
  #isOnItsWay = false;
  #isAway = false;

  constructor(key, app, failed) {
    this.#key = key;
    this.#app = app;
    this.#failed = failed;
    this.elements = [this.#photo, this.#copying, this.#files];
  }

  /** Shows what a record has, and takes another file where that is allowed. */
  draw(record, isReadOnly) {
    this.#record = record;
    this.#tellPlace();
    if (this.#photo.contains(document.activeElement)) {
      return;
    }
    const input = el('input', { type: 'file', accept: 'image/*,audio/*', onchange: event => this.#attach(event.target) });
    this.#isAway = false;
    this.#photo.replaceChildren(
      el('h2', {}, 'File'),
      record.photo.kind === 'TEXT' ? this.#image() : el('p', { class: 'quiet' }, 'None yet.'));
    if (!isReadOnly) {
      const field = labelled('', input, this.#hint);
      this.#label = field.children[0];
      this.#photo.append(field);
      this.#tellPlace();
    }
  }

  /** Says what becomes of the file that is there, or comes. */
  #tellPlace() {
    const isThere = this.#record.photo.kind === 'TEXT';
    if (this.#label) {
      this.#label.textContent = isThere || this.#isOnItsWay ? 'Replace the file' : 'Attach a file';
    }
    this.#hint.textContent = isThere
      ? 'A record has one file. Another one takes its place; you can put the old one back right after.'
      : this.#isOnItsWay ? 'A record has one file, and one is on its way. Another one takes its place.' : '';
  }

  #image() {
    // The end of the address tells a browser that there is another one now.
    const source = path => address(path, { ...this.#key, seen: this.#record.photo.text.slice(-40) });
    return el('img', {
      src: source('/api/photo'), alt: `Photo of ${recordName(this.#record)}`,
      onerror: async event => event.target.replaceWith(await this.#instead(source)),
    });
  }

  /** Why there is no picture, and what can be done. */
  async #instead(source) {
    const { code } = await get(source('/api/photo')).then(() => ({}), failure => failure.problem ?? {});
    this.#isAway = code === 'AWAY' || code === 'PROGRAM_GONE';
    if (code === 'NO_PICTURE') {
      return el('p', {}, 'This is a file that is not shown here. ', el('a', { href: source('/api/file'), download: '' }, 'Download it'));
    }
    return el('p', {}, this.#isAway
      ? 'The photo is on the server; it can be shown when that is reached.'
      : 'The server has no photo under this address, or you may not see it.');
  }

  async #attach(input) {
    const file = input.files[0];
    if (!file) {
      return;
    }
    input.disabled = true;
    const before = this.#record.photo;
    let made = null;
    const words = el('p', {}, copying(file.name, 0, file.size));
    const bar = el('progress', { max: file.size, value: 0, 'aria-label': `${file.name}: copied` });
    this.#copying.replaceChildren(words, bar);
    const taken = await attempt(this.#failed, async () => { made = await send('/api/uploads', { ...this.#key, field: ATTACHED, name: file.name }, file, (done, all) => {
      words.textContent = copying(file.name, done, all);
      bar.value = done;
    }); });
    this.#copying.replaceChildren();
    input.disabled = false;
    input.value = '';
    if (taken) {
      this.#app.notices.say(`${file.name} is kept on this device. ${goesOut(this.#app.live.status)}`);
      if (before.kind === 'TEXT') {
        this.#app.replaced({ upload: made.upload, file: file.name, record: this.#record }, () => this.#putBack(made.upload, before));
      }
      await this.refresh();
    }
  }

  /** Gives the record its old file again, however far the new one has got; the answer is told. */
  async #putBack(upload, before) {
    let wasNamed = false;
    const done = await attempt(this.#failed, async () => {
      // One that is named already can't be given up any more.
      await post('/api/upload/cancel', { upload }).catch(failure => { if (!failure.problem) { throw failure; } });
      const record = await get('/api/record', this.#key);
      wasNamed = record.photo.text !== before.text;
      if (wasNamed) {
        await post('/api/record', this.#key, { seen: record.seen, set: { [ATTACHED]: { kind: before.kind, text: before.text } } });
      }
    });
    return !done ? 'The old file is not back.' : wasNamed ? 'The old file is back.' : 'The old file stays.';
  }

  /** Looks at the files that are on their way, and again for a photo that could not be reached. */
  async refresh() {
    const all = await get('/api/uploads', this.#key);
    const own = all.items.filter(each => each.state !== 'DONE');
    replace(this.#files, own.map(each => uploadLine(each, this.#failed, this.#app.live.status, true)));
    this.#files.hidden = own.length === 0;
    this.#isOnItsWay = own.some(each => !['REFUSED', 'CANCELLED'].includes(each.state));
    this.#tellPlace();
    const { on, state, problem } = this.#app.live.status;
    if (this.#isAway && on && state === 'IDLE' && !problem) {
      this.#photo.querySelector('h2 + p')?.replaceWith(this.#image());
      this.#isAway = false;
    }
  }
}
