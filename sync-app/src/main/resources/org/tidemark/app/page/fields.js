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

/** Inputs for the planned fields. */
export class FieldForm {
  #rows;

  /** @param isReadOnly whether it only shows them */
  constructor(rows, isReadOnly = false) {
    this.#rows = rows.map(row => ({ ...row, before: row.value.kind === 'JSON' && row.kind === 'WORDS' ? '' : row.value.text }));
    this.element = el('div', {}, this.#rows.map(row => this.#input(row, isReadOnly)));
  }

  #input(row, isReadOnly) {
    const input = row.long || row.kind === 'JSON' ? el('textarea', { rows: 4 }) : el('input', { type: 'text', autocomplete: 'off' });
    if (row.kind === 'NUMBER') {
      input.inputMode = 'decimal';
    }
    input.readOnly = isReadOnly;
    input.value = row.before;
    // A browser may put line ends in another way; that is nobody's change.
    row.before = input.value;
    row.input = input;
    const hint = HINTS[row.kind];
    return labelled(hint ? `${fieldName(row.path)} (${hint})` : fieldName(row.path), input);
  }

  /** `{pointer: {kind, text}}` of what differs from what was shown. */
  changes() {
    const changed = this.#rows.filter(row => row.input.value !== row.before);
    return Object.fromEntries(changed.map(row => [row.path, { kind: row.input.value === '' && !['TEXT', 'WORDS'].includes(row.kind) ? 'ABSENT' : row.kind, text: row.input.value }]));
  }

  isChanged() {
    return this.#rows.some(row => row.input.value !== row.before);
  }

  focus() {
    this.#rows[0]?.input.focus();
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
