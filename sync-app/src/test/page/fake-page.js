// As much of a browser's page as the views need, so that they can be tried without one.

const radios = new Map();

class FakeElement extends EventTarget {
  children = [];
  dataset = {};
  #attributes = new Map();
  #value = null;
  #checked = false;
  selectionStart = 0;
  selectionEnd = 0;

  constructor(name = '') {
    super();
    this.name = name;
  }

  append(...children) {
    for (const child of children) {
      this.children.push(child);
      child.connectedCallback?.();
    }
  }

  prepend(...children) {
    this.children.unshift(...children);
  }

  replaceChildren(...children) {
    this.children = [];
    this.append(...children);
  }

  setAttribute(name, value) {
    this.#attributes.set(name, value);
    if (name.startsWith('data-')) {
      this.dataset[name.slice(5)] = value;
    }
    if (name === 'name') {
      radios.set(value, [...(radios.get(value) ?? []), this]);
    }
  }

  getAttribute(name) {
    return this.#attributes.get(name) ?? null;
  }

  toggleAttribute(name, on) {
    return on ? this.#attributes.set(name, '') : this.#attributes.delete(name);
  }

  get id() {
    return this.getAttribute('id') ?? '';
  }

  set id(text) {
    this.setAttribute('id', text);
  }

  get value() {
    return this.#value ?? this.getAttribute('value') ?? '';
  }

  /** As a browser does it, the caret goes to the end. */
  set value(text) {
    this.#value = text;
    this.setSelectionRange(text.length, text.length);
  }

  setSelectionRange(start, end) {
    this.selectionStart = start;
    this.selectionEnd = end;
  }

  get checked() {
    return this.#checked;
  }

  set checked(on) {
    (radios.get(this.getAttribute('name')) ?? []).forEach(each => { each.#checked = false; });
    this.#checked = on;
  }

  get textContent() {
    return this.children.map(each => each.textContent ?? each).join('');
  }

  set textContent(text) {
    this.children = [text];
  }

  contains(other) {
    return this === other || this.children.some(each => each.contains?.(other));
  }

  /** All elements within, this one too. */
  all() {
    return [this, ...this.children.flatMap(each => each.all?.() ?? [])];
  }

  querySelector() {
    return null;
  }

  /** Knows those with a key alone. */
  querySelectorAll(selector) {
    return selector === '[data-key]' ? this.all().filter(each => each.dataset.key !== undefined) : [];
  }

  focus() {
    document.activeElement = this;
  }

  showModal() {
    this.open = true;
  }

  /** A browser tells of the end a moment later. */
  close() {
    this.open = false;
    setTimeout(() => this.dispatchEvent(new Event('close')));
  }
}

const made = new Map();

globalThis.HTMLElement = FakeElement;
globalThis.customElements = { define: (name, type) => made.set(name, type) };
globalThis.document = Object.assign(new EventTarget(), {
  visibilityState: 'visible',
  activeElement: null,
  createElement: name => (made.has(name) ? new (made.get(name))() : new FakeElement(name)),
});
globalThis.window = new EventTarget();
globalThis.location = { hash: '' };

export const page = () => new FakeElement('div');

/** The one element of a name; a button by its words. */
export const find = (root, name, words = null) =>
  root.all().find(each => each.name === name && (words === null || each.textContent === words));

/** The input with a label. */
export const input = (root, label) => {
  const id = root.all().find(each => each.name === 'label' && each.textContent === label).getAttribute('for');
  return root.all().find(each => each.id === id);
};

export const click = (root, words) => find(root, 'button', words).dispatchEvent(new Event('click'));

/** Ends what is under way: by turns of the loop and not by time, so that a slow machine ends it too. */
export const settled = async () => {
  for (let turn = 0; turn < 10; turn++) {
    await new Promise(resolve => setTimeout(resolve, 1));
  }
};

/** A program that answers when it is told to; what was asked stands in `asked`. */
export function program() {
  const asked = [];
  globalThis.fetch = (path, options) => new Promise(resolve => {
    const answer = (body, status = 200) => {
      resolve(new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } }));
      return settled();
    };
    asked.push({ path, body: options?.body ? JSON.parse(options.body) : null, answer });
  });
  return asked;
}
