// A failure on the screen: what happened, what to do, and the detail behind it.
import { button, el } from './dom.js';
import { fieldTrouble } from './sentences.js';
import { recovery } from './words.js';

/** A box for a failure; `actions` has what runs for each recovery that a person can choose here. */
export function problemBox(problem, actions = {}) {
  const deeds = (problem.recoveries ?? []).filter(each => actions[each]);
  return el(
    'div',
    { class: 'problem', role: 'alert' },
    el('p', {}, problem.sentence),
    (problem.fields ?? []).length > 0 &&
      el('ul', {}, problem.fields.map(each => el('li', {}, fieldTrouble(each)))),
    deeds.length > 0 && el('p', { class: 'deeds' }, deeds.map(each => button(recovery[each], actions[each]))),
    problem.detail &&
      el(
        'details',
        {},
        el('summary', {}, 'For a support desk'),
        el('p', { class: 'detail' }, [problem.code, problem.detail, problem.correlationId].filter(Boolean).join(' · ')),
      ),
  );
}

/** Does something and shows its failure in a place; true where it went well. */
export async function attempt(place, deed) {
  place.replaceChildren();
  try {
    await deed();
    return true;
  } catch (failure) {
    if (!failure.problem) {
      throw failure;
    }
    place.replaceChildren(problemBox(failure.problem));
    return false;
  }
}
