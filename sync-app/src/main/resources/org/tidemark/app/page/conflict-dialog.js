/*
 * The thin diff: a dialog that shows the changed fields of a conflict, local and server side by
 * side, and takes a decision. It asks nobody and depends on words.js and dom.js alone, so that
 * another application can use it:
 *
 *   const dialog = document.createElement('tidemark-conflict');
 *   document.body.append(dialog);
 *   dialog.addEventListener('decide', event => save(event.detail));  // {choice, sides, values}
 *   dialog.addEventListener('leave', () => dialog.remove());
 *   dialog.open(conflict);   // as GET /api/conflict answers
 */
import { button, el, freshId } from './dom.js';
import { fieldName, recordName, shown, typingKind } from './words.js';

const LONG = 60;

export class ConflictDialog extends HTMLElement {
  #dialog = el('dialog', { class: 'conflict' });
  #conflict = null;
  #failed = el('div');
  #choices = new Map();

  connectedCallback() {
    this.append(this.#dialog);
    this.#dialog.addEventListener('close', () => this.dispatchEvent(new Event('leave')));
  }

  /** Shows a conflict, both sides as they are. */
  open(conflict) {
    this.#conflict = conflict;
    this.#compare();
    if (!this.#dialog.open) {
      this.#dialog.showModal();
    }
  }

  close() {
    this.#dialog.close();
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
    this.#dialog.replaceChildren(
      el('div', { class: 'row' }, heading, button('Decide later', () => this.close())),
      el('p', {}, 'Record: ', el('strong', {}, recordName(this.#conflict))),
      ...content.filter(Boolean));
    heading.focus();
  }

  #compare() {
    this.#choices.clear();
    const { fields, localDeleted, serverDeleted, moreFields, explanation } = this.#conflict;
    const open = fields.filter(field => !field.settled);
    const settled = fields.filter(field => field.settled);
    this.#frame(
      el('p', { class: 'quiet' }, 'Both sides changed this, and no rule can tell which counts. You decide; what is replaced can be brought back.'),
      localDeleted && el('p', { class: 'hint' }, 'Local: you deleted this record.'),
      serverDeleted && el('p', { class: 'hint' }, 'Server: this record was deleted there.'),
      ...open.map(field => this.#sides(field)),
      settled.length > 0 && el('details', {}, el('summary', {}, `${settled.length} more changed without a clash`),
        settled.map(field => this.#sides(field))),
      moreFields > 0 && el('p', {}, `${moreFields} more fields changed.`),
      explanation && el('details', {}, el('summary', {}, 'Why this is a conflict'), el('p', { class: 'detail' }, explanation)),
      this.#failed,
      el('p', { class: 'deeds' },
        button('Keep Local', () => this.#decide({ choice: 'KEEP_LOCAL' })),
        button('Use Server', () => this.#decide({ choice: 'USE_SERVER' })),
        !localDeleted && !serverDeleted && button('Merge', () => this.#merge(open, settled))));
  }

  #sides(field) {
    const name = fieldName(field.path);
    const value = side => el('td', side.kind === 'ABSENT' || side.text === '' ? { class: 'quiet' } : {}, shown(side));
    return el('table', { class: 'sides' },
      el('caption', {}, 'Field: ', el('strong', {}, name)),
      el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, 'Local'), el('th', { scope: 'col' }, 'Server'))),
      el('tbody', {}, el('tr', {}, value(field.local), value(field.server))));
  }

  /** A choice and room to type for each field; it starts from the suggestion. */
  #merge(open, settled) {
    const preview = el('dl', { class: 'preview' });
    this.#frame(
      el('p', {}, 'Choose for each field, or write what it shall be.'),
      ...open.map(field => this.#choose(field, () => this.#preview(preview))),
      settled.length > 0 && el('p', { class: 'quiet' }, `${settled.map(field => fieldName(field.path)).join(', ')}: merged by rule.`),
      el('h3', {}, 'What will be saved'),
      preview,
      this.#failed,
      el('p', { class: 'deeds' },
        button('Save the merge', () => this.#decide(this.#merged()), { class: 'main' }),
        button('Back', () => this.#compare())));
    this.#preview(preview);
  }

  #choose(field, changed) {
    const name = freshId();
    const kind = typingKind(field.local, field.server, field.base);
    const start = field.suggested.kind === 'ABSENT' ? field.local : field.suggested;
    const typed = start.text.length > LONG || kind === 'TEXT'
      ? el('textarea', { rows: start.text.length > LONG ? 5 : 2 })
      : el('input', { type: 'text', autocomplete: 'off' });
    typed.value = start.text;
    typed.setAttribute('aria-label', `${fieldName(field.path)}: your own`);
    const radios = [['LOCAL', `Local: ${shown(field.local)}`], ['SERVER', `Server: ${shown(field.server)}`], ['TYPED', 'Your own:']]
      .map(([value, words]) => {
        const radio = el('input', { type: 'radio', name, value, id: freshId(), onchange: changed });
        return { radio, line: el('p', { class: 'choice' }, radio, el('label', { for: radio.id }, words)) };
      });
    const pick = value => { radios.find(each => each.radio.value === value).radio.checked = true; };
    pick(startingSide(field, start));
    const choice = { field, kind, typed, touched: false, chosen: () => radios.find(each => each.radio.checked).radio.value };
    typed.addEventListener('input', () => { choice.touched = true; pick('TYPED'); changed(); });
    this.#choices.set(field.path, choice);
    return el('fieldset', {}, el('legend', {}, `Field: ${fieldName(field.path)}`), radios.map(each => each.line), typed);
  }

  #preview(list) {
    list.replaceChildren(...[...this.#choices.values()].flatMap(({ field, typed, chosen }) => [
      el('dt', {}, fieldName(field.path)),
      el('dd', {}, chosen() === 'TYPED' ? typed.value || '(empty)' : shown(chosen() === 'LOCAL' ? field.local : field.server)),
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

/** The side that the suggestion is of; else what it says is typed already. */
function startingSide(field, start) {
  const same = side => side.kind === start.kind && side.text === start.text;
  return same(field.local) ? 'LOCAL' : same(field.server) ? 'SERVER' : 'TYPED';
}

customElements.define('tidemark-conflict', ConflictDialog);
