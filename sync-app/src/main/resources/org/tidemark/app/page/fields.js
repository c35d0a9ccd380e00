// The fields of a record as inputs, and what a person changed of them.
import { el, labelled } from './dom.js';
import { fieldName, own } from './words.js';

/** What a new record of a type begins with. */
const KNOWN = {
  note: [['/title', 'TEXT'], ['/text', 'LONG'], ['/tags', 'WORDS']],
  task: [['/title', 'TEXT'], ['/text', 'LONG']],
  invoice: [['/number', 'TEXT'], ['/amount', 'NUMBER']],
  counter: [['/title', 'TEXT'], ['/count', 'NUMBER']],
};

/** Fields that are not typed but counted or attached. */
export const COUNTED = { note: '/votes' };
export const ATTACHED = '/photo';

/** The fields to show: those that the type has, then others that the record has. */
export function plan(type, fields) {
  const known = own(KNOWN, type) ?? [['/title', 'TEXT'], ['/text', 'LONG']];
  const values = new Map(fields.map(field => [field.path, field.value]));
  const rows = known.map(([path, kind]) => {
    const value = values.get(path) ?? { kind: 'ABSENT', text: '' };
    const plain = kind === 'LONG' ? 'TEXT' : kind;
    return { path, long: kind === 'LONG', kind: value.kind === 'ABSENT' || (value.kind === 'JSON' && value.text === '[]') ? plain : value.kind, value };
  });
  const rest = fields.filter(
    field => !known.some(([path]) => path === field.path) && field.path !== own(COUNTED, type) && field.path !== ATTACHED,
  );
  return [
    ...rows,
    ...rest.map(field => ({ path: field.path, kind: field.value.kind, long: field.value.text.length > 60, value: field.value })),
  ];
}

const HINTS = { WORDS: 'with commas between', NUMBER: 'a number', JSON: 'as JSON', TRUTH: 'true or false' };

const alike = (one, other) => one.path === other.path && one.kind === other.kind && one.long === other.long;

/** Where a place in a text is in another one: after the same beginning, or before the same end. */
function placeIn(text, place, before) {
  return text.startsWith(before.slice(0, place)) ? place : Math.max(0, text.length - (before.length - place));
}

/** Shows the value of a planned row in another one's input. */
function fill(row, { value, kind }) {
  const text = value.kind === 'JSON' && kind === 'WORDS' ? '' : value.text;
  if (row.input.value !== text) {
    row.input.value = text;
  }
  // A browser may put line ends in another way; that is nobody's change.
  row.before = row.input.value;
}

/** Inputs for the planned fields. */
export class FieldForm {
  #rows;

  /** @param isReadOnly whether it only shows them */
  constructor(rows, isReadOnly = false) {
    this.#rows = rows.map(row => ({ ...row }));
    this.element = el('div', {}, this.#rows.map(row => this.#input(row, isReadOnly)));
  }

  #input(row, isReadOnly) {
    const input = row.long || row.kind === 'JSON' ? el('textarea', { rows: 4 }) : el('input', { type: 'text', autocomplete: 'off' });
    if (row.kind === 'NUMBER') {
      input.inputMode = 'decimal';
    }
    input.readOnly = isReadOnly;
    row.input = input;
    fill(row, row);
    const hint = HINTS[row.kind];
    const name = fieldName(row.path).replace(/^./u, letter => letter.toUpperCase());
    return labelled(hint ? `${name} (${hint})` : name, input);
  }

  /** `{pointer: {kind, text}}` of what differs from what was shown. */
  changes() {
    const changed = this.#rows.filter(row => row.input.value !== row.before);
    return Object.fromEntries(changed.map(row => [row.path, { kind: row.input.value === '' && !['TEXT', 'WORDS'].includes(row.kind) ? 'ABSENT' : row.kind, text: row.input.value }]));
  }

  /** What stands in the inputs, by field. */
  texts() {
    return new Map(this.#rows.map(row => [row.path, row.input.value]));
  }

  /** What was typed since these texts stood here, as fields with texts. */
  typedSince(texts) {
    return [...this.texts()].filter(([path, text]) => text !== texts.get(path));
  }

  /** Types into the fields that are here. */
  type(typed) {
    for (const [path, text] of typed) {
      const row = this.#rows.find(each => each.path === path);
      if (row) {
        row.input.value = text;
      }
    }
  }

  /** Shows other values of its fields, but what was typed since; false: these are other fields. */
  renew(rows, texts) {
    const typed = this.typedSince(texts);
    const place = this.focused();
    if (rows.length !== this.#rows.length || !rows.every((row, at) => alike(row, this.#rows[at]))) {
      return false;
    }
    this.#rows.forEach((row, at) => fill(row, rows[at]));
    this.type(typed);
    this.focus(place);
    return true;
  }

  isChanged() {
    return this.#rows.some(row => row.input.value !== row.before);
  }

  /** The field that somebody is in, and where in it; null: none. */
  focused() {
    const row = this.#rows.find(each => each.input === document.activeElement);
    return row ? { path: row.path, text: row.input.value, places: [row.input.selectionStart, row.input.selectionEnd] } : null;
  }

  /** Goes to where somebody was before the texts changed: a browser takes the caret to the end. */
  focus(place) {
    const input = this.#rows.find(row => row.path === place?.path)?.input;
    if (!input) {
      return;
    }
    if (input !== document.activeElement) {
      input.focus();
    }
    if (input.value !== place.text || input.selectionStart !== place.places[0]) {
      input.setSelectionRange(...place.places.map(each => placeIn(input.value, each, place.text)));
    }
  }

  /** Marks the input that a refusal names. */
  mark(place) {
    for (const row of this.#rows) {
      const wrong = Boolean(place) && (place === row.path || place === `/set/${row.path}`);
      row.input.toggleAttribute('aria-invalid', wrong);
      if (wrong) {
        row.input.setAttribute('aria-invalid', 'true');
        row.input.focus();
      }
    }
  }
}
