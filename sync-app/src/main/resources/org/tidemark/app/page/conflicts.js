// The conflicts that wait, and the dialog over them.
import { get, post } from './api.js';
import './conflict-dialog.js';
import { el } from './dom.js';
import { pageAddress, pager, showPages } from './pager.js';
import { attempt, problemBox } from './problems.js';
import { replace } from './redraw.js';
import { count, fieldName, recordName, time } from './words.js';

export function conflictsView(root, [after = ''], app) {
  const told = el('p', { class: 'quiet' });
  const list = el('ul', { class: 'list' });
  const failed = el('div');
  const pages = pager();
  root.append(el('h1', {}, 'Conflicts'), failed, told, list, pages);

  async function refresh() {
    await attempt(failed, async () => {
      const page = await get('/api/conflicts', { after: after || null });
      told.textContent = page.count === 0
        ? 'None. When a record is changed here and elsewhere in ways that no rule can merge, it waits here for you.'
        : `${count(page.count, 'record')} changed here and elsewhere. Decide now or later; until then yours is shown here.`;
      replace(list, page.items.map(line));
      showPages(pages, next => pageAddress('conflicts', next), after, page.next);
    });
  }

  return { title: 'Conflicts', topics: ['CONFLICTS'], refresh };
}

function line(conflict) {
  const more = conflict.changed - conflict.names.length;
  const changed = `${conflict.names.map(fieldName).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  const what = conflict.serverDeleted ? 'deleted on the server' : conflict.localDeleted ? 'deleted here' : changed;
  return el('li', { 'data-key': conflict.conflict },
    el('a', { href: `#/conflict/${encodeURIComponent(conflict.conflict)}` }, recordName(conflict)),
    el('span', { class: 'quiet' }, `${what} · ${conflict.space} · since ${time(conflict.detectedAt)}`));
}

/** What was typed for conflicts that are not decided, the last ones. */
const drafts = new Map();
const MOST_DRAFTS = 50;

function keepDraft(id, draft) {
  drafts.delete(id);
  if (draft.size > 0) {
    drafts.set(id, draft);
  }
  if (drafts.size > MOST_DRAFTS) {
    drafts.delete(drafts.keys().next().value);
  }
}

const isTyped = draft => [...draft.values()].some(kept => kept.touched);

/** Whether something was typed that ends with the page. */
export const hasTyped = () => [...drafts.values()].some(isTyped);

/** One conflict: the list with the dialog over it. */
export function conflictView(root, [id], app) {
  const view = conflictsView(root, [], app);
  const dialog = document.createElement('tidemark-conflict');
  const address = location.hash;
  let conflict = null;
  let left = false;
  root.append(dialog);
  dialog.addEventListener('leave', () => {
    if (!left) {
      left = true;
      keepDraft(id, dialog.draft);
      // A browser tells of the end a moment later: a person may be on the way elsewhere.
      if (location.hash === address) {
        location.hash = '#/conflicts';
      }
    }
  });
  dialog.addEventListener('decide', event => decide(event.detail));

  async function load() {
    try {
      conflict = await get('/api/conflict', { conflict: id });
      if (conflict.state === 'OPEN' || drafts.has(id)) {
        dialog.open(conflict, drafts.get(id));
      } else {
        root.prepend(problemBox({ sentence: 'This conflict was decided already; it waits no more.' }));
      }
    } catch (failure) {
      told(failure);
    }
  }

  function told(failure) {
    if (!failure.problem) {
      throw failure;
    }
    if (conflict) {
      dialog.fail(problemBox({ ...failure.problem, recoveries: [] }), failure.problem.place);
    } else {
      root.prepend(problemBox(failure.problem));
    }
  }

  async function decide(decision) {
    try {
      const done = await post('/api/conflict/resolve', { conflict: id }, { seen: conflict.seen, ...decision });
      left = true;
      drafts.delete(id);
      dialog.close();
      if (location.hash === address) {
        location.hash = '#/conflicts';
      }
      app.decided(conflict, done);
    } catch (failure) {
      if (failure.problem?.code === 'CHANGED_MEANWHILE') {
        await lookAgain();
      } else {
        told(failure);
      }
    }
  }

  async function lookAgain() {
    try {
      conflict = await get('/api/conflict', { conflict: id });
      dialog.update(conflict);
    } catch (failure) {
      told(failure);
    }
  }

  let first = true;
  return {
    ...view,
    title: 'Conflict',
    hasTyped: () => !left && isTyped(dialog.draft),
    async refresh() {
      await view.refresh();
      if (first) {
        first = false;
        await load();
      }
    },
    leave() {
      if (!left) {
        left = true;
        keepDraft(id, dialog.draft);
      }
    },
  };
}
