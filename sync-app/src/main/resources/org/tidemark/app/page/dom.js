// Makes elements. Whatever people wrote becomes text, never markup.

/** An element; `on…` members are listeners, others attributes, and false leaves one out. */
export function el(name, members = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(members)) {
    if (key.startsWith('on')) {
      made.addEventListener(key.slice(2), value);
    } else if (value !== false && value !== null && value !== undefined) {
      made.setAttribute(key, value === true ? '' : String(value));
    }
  }
  made.append(...children.flat().filter(child => child !== null && child !== false && child !== undefined));
  return made;
}

export const button = (words, onclick, members = {}) =>
  el('button', { type: 'button', onclick, ...members }, words);

/** Of two presses that come as one, the second was meant for what stood in the place before. */
export const first = deed => event => {
  if (!(event.detail > 1)) {
    deed();
  }
};

let numbers = 0;

/** An id that no other element has. */
export const freshId = () => `n${++numbers}`;

/** A label with its input. */
export function labelled(words, input, hint = null) {
  input.id ||= freshId();
  if (hint) {
    hint.id ||= freshId();
    input.setAttribute('aria-describedby', hint.id);
  }
  return el('div', { class: 'field' }, el('label', { for: input.id }, words), input, hint);
}
