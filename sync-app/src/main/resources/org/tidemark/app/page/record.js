// One record: read, edited, counted, with what is attached; and a new one.
import { get, post } from './api.js';
import { Attached } from './attached.js';
import { button, el } from './dom.js';
import { COUNTED, FieldForm, plan } from './fields.js';
import { inTurn } from './live.js';
import { problemBox } from './problems.js';
import { recordLink } from './records.js';
import { replace } from './redraw.js';
import { READ_ONLY, mayWrite, saved, whyReadOnly } from './sentences.js';
import { isSignedOut, own, recordName, statusWord, time, typeName } from './words.js';

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
  let isUnderWay = false;
  const save = async event => {
    event.preventDefault();
    // A second press would make a second record.
    if (!isUnderWay && !left) {
      isUnderWay = true;
      await make().finally(() => { isUnderWay = false; });
    }
  };
  const make = async () => {
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
  const away = el('div');
  const fields = el('div');
  const more = el('p');
  const counter = el('div');
  const told = el('p', { class: 'saved' });
  const attached = new Attached(key, app, failed);
  const writing = [el('button', { class: 'main' }, 'Save'), button('Delete', () => remove())];
  const around = el('form', { hidden: true, onsubmit: save, oninput: () => tellSaved(false) }, fields, more, failed,
    el('p', { class: 'deeds save' }, writing, el('a', { href: `#/records/${type}` }, 'Back'), told));
  let form = null;
  let record = null;
  // What the form shows of it: a vote may bring in more while somebody types.
  let inForm = null;
  let why = null;
  let isSaved = app.saved === location.hash;
  let deleted = false;
  // Each counts against what the one before has come to.
  const turn = inTurn();
  app.saved = '';
  root.append(heading, facts, mark, locked, away, changedElsewhere, around, counter, ...attached.elements);

  async function save(event) {
    event.preventDefault();
    await keep(() => ({ set: form.changes() }));
  }

  /** Sends what `making` gives when its turn has come; what is typed until the answer stays. */
  const keep = making => turn(async () => {
    const body = making();
    const texts = form.texts();
    const seen = (body.set ? inForm : record).seen;
    const failure = await problemOf(() => post('/api/record', key, { seen, ...body }), next => {
      app.notices.say('Saved on this device.');
      isSaved = true;
      draw(next, Boolean(body.set) || !form.isChanged(), texts);
      if (form.isChanged()) {
        tellSaved(false);
      }
    });
    show(failed, form, failure);
  });

  const remove = () => turn(async () => {
    // The program tells of the deletion before it answers; nothing is there to look at then.
    deleted = true;
    const failure = await problemOf(() => post('/api/record/delete', key, { seen: record.seen }), done => {
      app.deleted(record, done.undo);
      location.hash = `#/records/${type}`;
    });
    deleted = failure === null;
    show(failed, form, failure);
  });

  function tellSaved(is) {
    isSaved = is;
    told.setAttribute('class', isSignedOut(app.live.status) ? 'quiet' : 'saved');
    told.textContent = isSaved ? saved(record.status, app.live.status) : '';
  }

  /** @param texts what stood in the form before: what was typed since stays; null: none of it does */
  function draw(next, anew, texts = null) {
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
      const rows = plan(type, record.fields);
      if (why !== before || !texts || !form.renew(rows, texts)) {
        const typed = texts ? form.typedSince(texts) : [];
        const place = form?.focused();
        form = new FieldForm(rows, Boolean(why));
        form.type(typed);
        fields.replaceChildren(form.element);
        form.focus(place);
      }
      inForm = record;
      changedElsewhere.replaceChildren();
    }
    more.textContent = record.moreFields > 0 ? `${record.moreFields} more fields stay as they are.` : '';
    more.hidden = record.moreFields === 0;
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
    replace(counter, el('h2', {}, 'Votes'), el('p', { class: 'deeds' },
      !why && button('−', () => keep(() => ({ add: { [path]: -1 } })), { 'aria-label': 'One vote less' }),
      el('strong', {}, votes),
      !why && button('+', () => keep(() => ({ add: { [path]: 1 } })), { 'aria-label': 'One vote more' })));
  }

  /** Takes in how the record is now; what a person types, or has the focus in, stays. */
  function take(next) {
    const isNew = !record || next.seen !== record.seen;
    const isOther = !inForm || shown(next) !== shown(inForm);
    const isChanged = form?.isChanged() ?? false;
    if (isNew && isChanged && isOther) {
      replace(changedElsewhere, el('div', { class: 'hint', role: 'status' },
        el('p', {}, 'This was changed elsewhere while you type. Saving keeps both where it can.'),
        button('Show the change, drop what I typed', () => draw(next, true))));
    } else if (isNew && !isChanged) {
      draw(next, isOther, form?.texts());
      inForm = record;
    } else if (!isChanged && (isOther || why !== whyReadOnly(app.live.status, record))) {
      draw(next, true, form?.texts());
    }
  }

  const shown = of => JSON.stringify(plan(type, of.fields));

  async function refresh() {
    const failure = await turn(async () => (deleted ? null : problemOf(() => get('/api/record', key), take)));
    if (deleted) {
      return;
    }
    replace(away, failure && problemBox(failure));
    if (failure) {
      around.hidden = false;
      writing.forEach(each => { each.hidden = !record || Boolean(why); });
      return;
    }
    tellSaved(isSaved);
    await attached.refresh();
  }

  return {
    get title() {
      return record ? recordName(record) : 'Record';
    },
    topics: ['RECORDS', 'UPLOADS', 'STATUS'],
    refresh,
    isDirty: () => !deleted && (form?.isChanged() ?? false),
  };
}
