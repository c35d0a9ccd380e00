// Draws a list anew under a person who works with it: what is pressed stays until it is let go, and
// the focus and what was opened are there again.

const CLICK_COMES_WITHIN_MS = 300;
const FOCUSABLE = 'a[href], button, input, select, summary';

let pressed = null;
let release = 0;
const late = new Map();

function press(target) {
  clearTimeout(release);
  pressed = target;
}

function letGo(afterMs) {
  clearTimeout(release);
  release = setTimeout(() => {
    pressed = null;
    const draws = [...late];
    late.clear();
    draws.forEach(([root, children]) => put(root, children));
  }, afterMs);
}

// A press is a click only where it ends on what it began on.
// Of the press that opens a menu, the end may go to the menu.
document.addEventListener('pointerdown', event => event.button === 0 && press(event.target), true);
document.addEventListener('keydown', event => event.key === ' ' && press(event.target), true);
document.addEventListener('click', () => letGo(0), true);
for (const end of ['pointerup', 'pointercancel', 'keyup']) {
  document.addEventListener(end, () => pressed && letGo(CLICK_COMES_WITHIN_MS), true);
}
window.addEventListener('blur', () => letGo(0));

/** Puts other children in; what belongs to the same thing as before has the same `data-key`. */
export function replace(root, ...children) {
  const next = children.flat().filter(Boolean);
  if (pressed && root.contains(pressed)) {
    late.set(root, next);
  } else {
    late.delete(root);
    put(root, next);
  }
}

/**
 * Shows another view. What has the same `data-key` there as what had the focus gets it at once, so
 * that the next press goes where the one before went.
 *
 * @return whether something got it
 */
export function replaceView(main, root) {
  const active = document.activeElement;
  const key = active && main.contains(active) ? active.dataset.key : undefined;
  main.replaceChildren(root);
  const again = key === undefined ? null : within(root, key);
  if (again) {
    again.focus({ preventScroll: true });
    again.setSelectionRange?.(again.value.length, again.value.length);
  }
  return Boolean(again);
}

function put(root, children) {
  const active = document.activeElement;
  const held = active && active !== root && root.contains(active) ? holdOf(root, active) : null;
  const opened = [...root.querySelectorAll('details[open]')].map(each => placeOf(root, each).key);
  root.replaceChildren(...children);
  for (const key of opened) {
    within(root, key)?.querySelector('details')?.setAttribute('open', '');
  }
  if (held) {
    const place = within(root, held.key);
    const all = place ? focusable(place) : [];
    // What is done by the same button goes by another name now: Pause was pressed, and Resume is there.
    const again = held.isItself ? place : all.find(each => nameOf(each) === held.name) ?? all[Math.min(held.index, all.length - 1)];
    again?.focus({ preventScroll: true });
  }
}

/** Where the focus is: its key, its name, and which one it is of what has that key. */
function holdOf(root, active) {
  const place = placeOf(root, active);
  return { ...place, name: nameOf(active), index: focusable(within(root, place.key)).indexOf(active) };
}

/** The key of what an element belongs to; none: to the root itself. */
function placeOf(root, element) {
  const keyed = element.closest('[data-key]');
  return keyed && keyed !== root && root.contains(keyed)
    ? { key: keyed.dataset.key, isItself: keyed === element }
    : { key: null, isItself: false };
}

const within = (root, key) =>
  key === null ? root : [...root.querySelectorAll('[data-key]')].find(each => each.dataset.key === key);

const focusable = place => [...place.querySelectorAll(FOCUSABLE)];

const nameOf = element => element.getAttribute('aria-label') ?? element.textContent;
