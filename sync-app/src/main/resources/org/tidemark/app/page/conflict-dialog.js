/*
 * The thin diff: a dialog that shows the changed fields of a conflict, local and server side by
 * side, and takes a decision. It asks nobody and depends on words.js, sides.js and dom.js alone, so that
 * another application can use it:
 *
 *   const dialog = document.createElement('tidemark-conflict');
 *   document.body.append(dialog);
 *   dialog.addEventListener('decide', event => save(event.detail));  // {choice, sides, values}
 *   dialog.addEventListener('leave', () => dialog.remove());
 *   dialog.open(conflict);   // as GET /api/conflict answers
 *   dialog.open(conflict, draft); // with what was typed before: the `draft` of the dialog then
 *   dialog.update(conflict); // when a side has changed meanwhile: what was typed stays
 */
import { button, el, first, freshId } from './dom.js';
import { beginning, freshIn, standing } from './sides.js';
import { fieldName, recordName, shown, typingKind } from './words.js';

const LONG = 60;
const NOTHING = { fields: [], more: 0 };

export class ConflictDialog extends HTMLElement {
  #dialog = el('dialog', { class: 'conflict' });
  #conflict = null;
  #failed = el('div');
  #choices = new Map();
  #merging = false;
  /** How the choices stand that a person has seen, by field; the sides that they were about stand with them. */
  #kept = new Map();
  /** Fields of which a side has changed, and what is said of that. */
  #fresh = new Set();
  #freshWords = '';
  #news = '';

  connectedCallback() {
    this.append(this.#dialog);
    this.#dialog.addEventListener('close', () => this.dispatchEvent(new Event('leave')));
  }

  /** What a person has picked and typed so far, for when the conflict is opened again. */
  get draft() {
    return new Map(this.#isChosen() ? this.#kept : []);
  }

  #isChosen() {
    return [...this.#kept.values()].some(kept => kept.chosen);
  }

  /** Shows a conflict, both sides as they are; where something was typed before, that. */
  open(conflict, draft = new Map()) {
    this.#conflict = conflict;
    this.#kept = new Map(draft);
    this.#fresh = freshIn(conflict, path => draft.get(path)?.field, field => draft.size > 0 && !field.settled);
    this.#freshWords = ' (changed since)';
    this.#news = this.#fresh.size > 0 ? 'A side changed since you chose. Here is how it stands now, with what you had chosen. Look again, then decide.' : '';
    if (draft.size > 0 && this.#isMergeable()) {
      this.#merge();
    } else {
      this.#compare();
    }
    if (!this.#dialog.open) {
      this.#dialog.showModal();
    }
  }

  /** Shows the sides as they have become; what was typed or picked stays where it still can. */
  update(conflict) {
    const before = new Map(this.#conflict.fields.map(field => [field.path, field]));
    this.#fresh = freshIn(conflict, path => before.get(path), () => true);
    this.#freshWords = ' (changed just now)';
    this.#news = `A side changed while you were looking, so nothing was saved. Here is how it stands now${this.#isChosen() ? ', with what you had chosen' : ''}. Look again, then decide.`;
    this.#conflict = conflict;
    if (this.#merging && this.#isMergeable()) {
      this.#merge();
    } else {
      this.#compare();
    }
  }

  close() {
    this.#dialog.close();
  }

  #isMergeable() {
    return !this.#conflict.localDeleted && !this.#conflict.serverDeleted;
  }

  /** Fields that need a person, or of which one has seen a choice. */
  #open() {
    return this.#conflict.fields.filter(field => !field.settled || this.#kept.has(field.path));
  }

  /** Shows why a decision was not taken; a place is the pointer of a field. */
  fail(box, place = null) {
    this.#failed.replaceChildren(box);
    const choice = this.#choices.get(place);
    if (choice) {
      choice.typed.setAttribute('aria-invalid', 'true');
      choice.typed.focus();
    }
  }

  #frame(...content) {
    const heading = el('h2', { id: freshId(), tabindex: -1 }, 'Conflict Resolution');
    this.#dialog.setAttribute('aria-labelledby', heading.id);
    this.#failed.replaceChildren();
    this.#dialog.replaceChildren(...[
      el('div', { class: 'row' }, heading, button('Decide later', () => this.close())),
      el('p', {}, 'Record: ', el('strong', {}, recordName(this.#conflict))),
      this.#news && el('p', { class: 'hint', role: 'alert' }, this.#news),
      ...this.#homeless(),
      ...content,
    ].filter(Boolean));
    heading.focus();
  }

  /** What was typed for fields that can't be typed any more: not lost without a word. */
  #homeless() {
    const places = this.#isMergeable() ? this.#open().map(field => field.path) : [];
    return [...this.#kept].filter(([path, kept]) => kept.touched && !places.includes(path))
      .map(([path, kept]) => el('p', { class: 'hint' }, `You had typed for ${fieldName(path)}: `, el('strong', {}, kept.text)));
  }

  #compare() {
    this.#merging = false;
    this.#choices.clear();
    const { fields, localDeleted, serverDeleted, moreFields, explanation, keepLocalDrops, useServerDrops } = this.#conflict;
    const open = this.#open();
    const settled = fields.filter(field => !open.includes(field));
    const local = this.#lost(keepLocalDrops, 'Keep Local also takes back what the server has in');
    const server = this.#lost(useServerDrops, 'Use Server also takes back what this device has in');
    const lost = [local, server].filter(Boolean);
    this.#frame(
      el('p', { class: 'quiet' }, 'Both sides changed this, and no rule can tell which counts. You decide; the side that you do not take can be brought back.'),
      localDeleted && el('p', { class: 'hint' }, 'Local: you deleted this record. Keep Local deletes it on the server too; Use Server brings it back here.'),
      serverDeleted && el('p', { class: 'hint' }, 'Server: this record was deleted there. Use Server deletes it here too; Keep Local brings it back there.'),
      ...open.map(field => this.#sides(field)),
      settled.length > 0 && el('details', { open: lost.length > 0 }, el('summary', {}, `${settled.length} more changed without a clash`),
        settled.map(field => this.#sides(field))),
      moreFields > 0 && el('p', {}, `${moreFields} more fields changed.`),
      explanation && el('details', {}, el('summary', {}, 'Why this is a conflict'), el('p', { class: 'detail' }, explanation)),
      this.#failed,
      ...lost,
      el('p', { class: 'deeds' },
        button(localDeleted ? 'Keep Local: delete it' : 'Keep Local', first(() => this.#decide({ choice: 'KEEP_LOCAL' })), { 'aria-describedby': local?.id }),
        button(serverDeleted ? 'Use Server: delete it' : 'Use Server', first(() => this.#decide({ choice: 'USE_SERVER' })), { 'aria-describedby': server?.id }),
        this.#isMergeable() && button('Merge', () => this.#merge())));
  }

  /** What a side as a whole would throw away that nobody has a quarrel about; null: nothing. */
  #lost({ fields, more } = NOTHING, words) {
    const all = [...fields.map(fieldName), more > 0 && `${more} more fields`].filter(Boolean);
    return all.length > 0 ? el('p', { class: 'hint', id: freshId() }, `${words}: ${all.join(', ')}. Merge keeps both.`) : null;
  }

  #sides(field) {
    const name = fieldName(field.path);
    const value = (side, deleted) =>
      el('td', side.kind === 'ABSENT' || side.text === '' ? { class: 'quiet' } : {}, deleted ? '(deleted)' : shown(side));
    return el('table', { class: 'sides' },
      el('caption', {}, 'Field: ', el('strong', {}, name), this.#freshWord(field)),
      el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, 'Local'), el('th', { scope: 'col' }, 'Server'))),
      el('tbody', {}, el('tr', {}, value(field.local, this.#conflict.localDeleted), value(field.server, this.#conflict.serverDeleted))));
  }

  #freshWord(field) {
    return this.#fresh.has(field.path) ? this.#freshWords : '';
  }

  /** A choice and room to type for each field; it starts from the suggestion. */
  #merge() {
    this.#merging = true;
    this.#choices.clear();
    const open = this.#open();
    const settled = this.#conflict.fields.filter(field => !open.includes(field));
    const preview = el('dl', { class: 'preview' });
    const changed = () => this.#preview(preview, settled);
    this.#frame(
      el('p', {}, 'Choose for each field, or write what it shall be.'),
      ...open.map(field => this.#choose(field, changed)),
      el('h3', {}, 'What will be saved'),
      preview,
      this.#conflict.moreFields > 0 && el('p', {}, `${this.#conflict.moreFields} more fields changed; they go as suggested.`),
      this.#failed,
      el('p', { class: 'deeds' },
        button('Save the merge', first(() => this.#decide(this.#merged())), { class: 'main' }),
        button('Back', () => this.#compare())));
    changed();
  }

  #choose(field, changed) {
    const name = freshId();
    const kind = typingKind(field.local, field.server, field.base);
    const start = beginning(field);
    const kept = this.#kept.get(field.path);
    const stands = standing(field, kept);
    const typed = start.text.length > LONG || kind === 'TEXT'
      ? el('textarea', { rows: start.text.length > LONG ? 5 : 2 })
      : el('input', { type: 'text', autocomplete: 'off' });
    typed.value = stands.text;
    typed.setAttribute('aria-label', `${fieldName(field.path)}: your own`);
    const keep = (about, chosen) =>
      this.#kept.set(field.path, { field: about, text: typed.value, touched: choice.touched, side: choice.chosen(), chosen });
    const picked = () => {
      keep(field, true);
      changed();
    };
    const radios = [['LOCAL', `Local: ${shown(field.local)}`], ['SERVER', `Server: ${shown(field.server)}`], ['TYPED', 'Your own:']]
      .map(([value, words]) => {
        const radio = el('input', { type: 'radio', name, value, id: freshId(), onchange: picked });
        return { radio, line: el('p', { class: 'choice' }, radio, el('label', { for: radio.id }, words)) };
      });
    const pick = value => { radios.find(each => each.radio.value === value).radio.checked = true; };
    const choice = { field, kind, typed, touched: stands.touched, chosen: () => radios.find(each => each.radio.checked).radio.value };
    pick(stands.side);
    keep(kept?.field ?? field, kept?.chosen ?? false);
    typed.addEventListener('input', () => { choice.touched = true; pick('TYPED'); picked(); });
    this.#choices.set(field.path, choice);
    return el('fieldset', {}, el('legend', {}, `Field: ${fieldName(field.path)}${this.#freshWord(field)}`), radios.map(each => each.line), typed);
  }

  #preview(list, settled) {
    list.replaceChildren(
      ...[...this.#choices.values()].flatMap(({ field, typed, chosen }) => [
        el('dt', {}, fieldName(field.path)),
        el('dd', {}, chosen() === 'TYPED' ? typed.value || '(empty)' : shown(chosen() === 'LOCAL' ? field.local : field.server)),
      ]),
      ...settled.flatMap(field => [
        el('dt', {}, fieldName(field.path)),
        el('dd', {}, shown(field.suggested), el('span', { class: 'quiet' }, ' (merged by rule)')),
      ]));
  }

  #merged() {
    const sides = {};
    const values = {};
    for (const [path, { field, kind, typed, touched, chosen }] of this.#choices) {
      if (chosen() === 'TYPED' && !touched) {
        // Exactly what the field began with, which a text box may show otherwise.
        sides[path] = field.suggested.kind === 'ABSENT' ? 'LOCAL' : 'SUGGESTED';
      } else if (chosen() === 'TYPED') {
        values[path] = { kind, text: typed.value };
      } else {
        sides[path] = chosen();
      }
    }
    return { choice: 'FIELDS', sides, values };
  }

  #decide(decision) {
    this.dispatchEvent(new CustomEvent('decide', { detail: decision }));
  }
}

customElements.define('tidemark-conflict', ConflictDialog);
