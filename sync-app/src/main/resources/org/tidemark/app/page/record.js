// One record: read, edited, counted, with what is attached; and a new one.
import { get, post } from './api.js';
import { Attached } from './attached.js';
import { button, el } from './dom.js';
import { COUNTED, FieldForm, plan } from './fields.js';
import { problemBox } from './problems.js';
import { recordLink } from './records.js';
import { READ_ONLY, mayWrite, saved, whyReadOnly } from './sentences.js';
import { own, recordName, statusWord, time, typeName } from './words.js';

export function newView(root, [type = 'note'], app) {
  const name = `New ${typeName(type).toLowerCase()}`;
  const back = el('a', { href: `#/records/${type}` }, 'Back');
  if (!mayWrite(app.live.status, app.space)) {
    root.append(el('h1', {}, name), el('p', {}, READ_ONLY), back);
    return { title: name, topics: [], refresh: async () => {} };
  }
  const form = new FieldForm(plan(type, []));
  const failed = el('div');
  let left = false;
  const save = async event => {
    event.preventDefault();
    const failure = await problemOf(() => post('/api/records', { space: app.space, type }, { set: form.changes() }), made => {
      left = true;
      app.notices.say('Saved on this device.');
      app.saved = recordLink(made);
      location.hash = app.saved;
    });
    show(failed, form, failure);
  };
  root.append(
    el('h1', {}, name),
    el('form', { onsubmit: save }, form.element, failed, el('p', { class: 'deeds save' }, el('button', { class: 'main' }, 'Save'), back)));
  return { title: name, topics: [], refresh: async () => {}, isDirty: () => !left && form.isChanged() };
}

async function problemOf(deed, done) {
  try {
    done(await deed());
    return null;
  } catch (failure) {
    if (!failure.problem) {
      throw failure;
    }
    return failure.problem;
  }
}

function show(place, form, problem) {
  place.replaceChildren(...(problem ? [problemBox(problem)] : []));
  form?.mark(problem?.place);
}

export function recordView(root, [space, type, id], app) {
  const key = { space, type, id };
  const heading = el('h1');
  const facts = el('p', { class: 'quiet' });
  const mark = el('p');
  const locked = el('p', { class: 'hint' });
  const changedElsewhere = el('div');
  const failed = el('div');
  const fields = el('div');
  const counter = el('div');
  const told = el('p', { class: 'saved' });
  const attached = new Attached(key, app, failed);
  const writing = [el('button', { class: 'main' }, 'Save'), button('Delete', remove)];
  const around = el('form', { hidden: true, onsubmit: save, oninput: () => tellSaved(false) }, fields, failed,
    el('p', { class: 'deeds save' }, writing, el('a', { href: `#/records/${type}` }, 'Back'), told));
  let form = null;
  let record = null;
  let why = null;
  let isSaved = app.saved === location.hash;
  let deleted = false;
  app.saved = '';
  root.append(heading, facts, mark, locked, changedElsewhere, around, counter, ...attached.elements);

  async function save(event) {
    event.preventDefault();
    await keep({ set: form.changes() });
  }

  async function keep(body) {
    const seen = record.seen;
    const failure = await problemOf(() => post('/api/record', key, { seen, ...body }), next => {
      app.notices.say('Saved on this device.');
      isSaved = true;
      draw(next, Boolean(body.set));
    });
    show(failed, form, failure);
  }

  async function remove() {
    // The program tells of the deletion before it answers; nothing is there to look at then.
    deleted = true;
    const failure = await problemOf(() => post('/api/record/delete', key, { seen: record.seen }), done => {
      app.deleted(record, done.undo);
      location.hash = `#/records/${type}`;
    });
    deleted = failure === null;
    show(failed, form, failure);
  }

  function tellSaved(is) {
    isSaved = is;
    told.textContent = isSaved ? saved(record.status) : '';
  }

  function draw(next, anew) {
    const before = why;
    why = whyReadOnly(app.live.status, next);
    record = next;
    heading.textContent = recordName(record);
    facts.textContent = `Changed ${time(record.updatedAt)}${record.previewed && record.status === 'PENDING' ? '; shown as the server will probably merge it' : ''}`;
    const word = statusWord(record.status);
    mark.replaceChildren(...(word ? [el('span', { class: `mark ${record.status.toLowerCase()}` }, word)] : []));
    if (record.conflict) {
      mark.append(' ', el('a', { href: `#/conflict/${encodeURIComponent(record.conflict)}` }, 'Decide which side counts'));
    }
    locked.textContent = why;
    locked.hidden = !why;
    around.hidden = false;
    writing.forEach(each => { each.hidden = Boolean(why); });
    if (anew || why !== before) {
      form = new FieldForm(plan(type, record.fields), Boolean(why));
      fields.replaceChildren(form.element, record.moreFields > 0 ? el('p', {}, `${record.moreFields} more fields stay as they are.`) : '');
      changedElsewhere.replaceChildren();
    }
    tellSaved(isSaved);
    drawCounter();
    attached.draw(record, Boolean(why));
  }

  function drawCounter() {
    const path = own(COUNTED, type);
    if (!path) {
      return;
    }
    const votes = record.votes.kind === 'NUMBER' ? record.votes.text : '0';
    const focused = counter.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    counter.replaceChildren(el('h2', {}, 'Votes'), el('p', { class: 'deeds' },
      !why && button('−', () => keep({ add: { [path]: -1 } }), { 'aria-label': 'One vote less', 'data-key': 'less' }),
      el('strong', {}, votes),
      !why && button('+', () => keep({ add: { [path]: 1 } }), { 'aria-label': 'One vote more', 'data-key': 'more' })));
    counter.querySelector(`[data-key="${focused}"]`)?.focus();
  }

  /** Takes in how the record is now; what a person types, or has the focus in, stays. */
  function take(next) {
    const isNew = !record || next.seen !== record.seen;
    const isChanged = form?.isChanged() ?? false;
    if (isNew && isChanged) {
      changedElsewhere.replaceChildren(el('div', { class: 'hint', role: 'status' },
        el('p', {}, 'This was changed elsewhere while you type. Saving keeps both where it can.'),
        button('Show the change, drop what I typed', () => draw(next, true))));
    } else if (isNew) {
      draw(next, !record || JSON.stringify(next.fields) !== JSON.stringify(record.fields));
    } else if (!isChanged && why !== whyReadOnly(app.live.status, record)) {
      draw(next, true);
    }
  }

  async function refresh() {
    if (deleted) {
      return;
    }
    const failure = await problemOf(() => get('/api/record', key), take);
    if (failure) {
      failed.replaceChildren(problemBox(failure));
      around.hidden = false;
      writing.forEach(each => { each.hidden = !record || Boolean(why); });
      return;
    }
    await attached.refresh();
  }

  return { title: 'Record', topics: ['RECORDS', 'UPLOADS', 'STATUS'], refresh, isDirty: () => !deleted && (form?.isChanged() ?? false) };
}
