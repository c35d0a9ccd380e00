// One record: read, edited, counted, with its photo; and a new one.
import { get, post, send } from './api.js';
import { button, el, freshId } from './dom.js';
import { ATTACHED, COUNTED, FieldForm, plan } from './fields.js';
import { attempt, problemBox } from './problems.js';
import { recordLink } from './records.js';
import { uploadLine } from './uploads.js';
import { recordName, statusWord, time, typeName } from './words.js';

export function newView(root, [type = 'note'], app) {
  const form = new FieldForm(plan(type, []));
  const failed = el('div');
  let left = false;
  const save = async event => {
    event.preventDefault();
    const failure = await problemOf(() => post('/api/records', { space: app.space, type }, { set: form.changes() }), made => {
      left = true;
      app.notices.say('Saved on this device.');
      location.hash = recordLink(made);
    });
    show(failed, form, failure);
  };
  root.append(
    el('h1', {}, `New ${typeName(type).toLowerCase()}`),
    el('form', { onsubmit: save }, form.element, failed, el('p', { class: 'deeds' }, el('button', { class: 'main' }, 'Save'), el('a', { href: `#/records/${type}` }, 'Back'))));
  return { title: `New ${typeName(type).toLowerCase()}`, topics: [], refresh: async () => {}, isDirty: () => !left && form.isChanged() };
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
  form.mark(problem?.place);
}

export function recordView(root, [space, type, id], app) {
  const key = { space, type, id };
  const heading = el('h1');
  const facts = el('p', { class: 'quiet' });
  const mark = el('p');
  const changedElsewhere = el('div');
  const failed = el('div');
  const fields = el('div');
  const counter = el('div');
  const photo = el('div', { class: 'photo' });
  const files = el('ul', { class: 'list', 'aria-label': 'Files on their way' });
  let form = null;
  let record = null;
  let deleted = false;

  const save = async event => {
    event.preventDefault();
    await keep({ set: form.changes() });
  };
  root.append(
    heading, facts, mark, changedElsewhere,
    el('form', { onsubmit: save }, fields, failed,
      el('p', { class: 'deeds' }, el('button', { class: 'main' }, 'Save'), button('Delete', remove), el('a', { href: `#/records/${type}` }, 'Back'))),
    counter, photo, files);

  async function keep(body) {
    const seen = record.seen;
    const failure = await problemOf(() => post('/api/record', key, { seen, ...body }), saved => {
      app.notices.say('Saved on this device.');
      draw(saved, Boolean(body.set));
    });
    show(failed, form, failure);
  }

  async function remove() {
    const name = recordName(record);
    const failure = await problemOf(() => post('/api/record/delete', key, { seen: record.seen }), () => {
      deleted = true;
      app.notices.say(`${name} is deleted.`);
      location.hash = `#/records/${type}`;
    });
    show(failed, form, failure);
  }

  function draw(next, anew) {
    record = next;
    heading.textContent = recordName(record);
    facts.textContent = `Changed ${time(record.updatedAt)}${record.previewed && record.status === 'PENDING' ? '; shown as the server will probably merge it' : ''}`;
    const word = statusWord(record.status);
    mark.replaceChildren(...(word ? [el('span', { class: `mark ${record.status.toLowerCase()}` }, word)] : []));
    if (record.conflict) {
      mark.append(' ', el('a', { href: `#/conflict/${encodeURIComponent(record.conflict)}` }, 'Decide which side counts'));
    }
    if (anew) {
      form = new FieldForm(plan(type, record.fields));
      fields.replaceChildren(form.element, record.moreFields > 0 ? el('p', {}, `${record.moreFields} more fields stay as they are.`) : '');
      changedElsewhere.replaceChildren();
    }
    drawCounter();
    drawPhoto();
  }

  function drawCounter() {
    const path = COUNTED[type];
    if (!path) {
      return;
    }
    const votes = record.votes.kind === 'NUMBER' ? record.votes.text : '0';
    const focused = counter.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    counter.replaceChildren(el('h2', {}, 'Votes'), el('p', { class: 'deeds' },
      button('−', () => keep({ add: { [path]: -1 } }), { 'aria-label': 'One vote less', 'data-key': 'less' }),
      el('strong', {}, votes),
      button('+', () => keep({ add: { [path]: 1 } }), { 'aria-label': 'One vote more', 'data-key': 'more' })));
    counter.querySelector(`[data-key="${focused}"]`)?.focus();
  }

  function drawPhoto() {
    if (type !== 'note' || photo.contains(document.activeElement)) {
      return;
    }
    const input = el('input', { type: 'file', id: freshId(), accept: 'image/*,audio/*', onchange: attach });
    photo.replaceChildren(
      el('h2', {}, 'Photo'),
      record.photo.kind === 'TEXT'
        ? el('img', { src: `/api/photo?${new URLSearchParams({ ...key, seen: record.photo.text.slice(-40) })}`, alt: `Photo of ${recordName(record)}`, onerror: event => event.target.replaceWith(el('p', {}, 'The photo is on the server; it can be shown when that is reached.')) })
        : el('p', { class: 'quiet' }, 'None yet.'),
      el('div', { class: 'field' }, el('label', { for: input.id }, 'Attach a file'), input));
  }

  async function attach(event) {
    const file = event.target.files[0];
    if (!file) {
      return;
    }
    const taken = await attempt(failed, () => send('/api/uploads', { ...key, field: ATTACHED, name: file.name }, file));
    event.target.value = '';
    if (taken) {
      app.notices.say(`${file.name} is kept on this device and goes out by itself.`);
      await refreshFiles();
    }
  }

  async function refreshFiles() {
    const all = await get('/api/uploads', key);
    const own = all.items.filter(each => each.state !== 'DONE');
    files.replaceChildren(...own.map(each => uploadLine(each, failed, true)));
    files.hidden = own.length === 0;
  }

  async function refresh() {
    const failure = await problemOf(() => get('/api/record', key), next => {
      if (form && form.isChanged() && next.seen !== record.seen) {
        changedElsewhere.replaceChildren(el('div', { class: 'hint', role: 'status' },
          el('p', {}, 'This was changed elsewhere while you type. Saving keeps both where it can.'),
          button('Show the change, drop what I typed', () => draw(next, true))));
      } else if (!record || next.seen !== record.seen) {
        draw(next, true);
      }
    });
    if (failure) {
      failed.replaceChildren(problemBox(failure));
      return;
    }
    await refreshFiles();
  }

  return { title: 'Record', topics: ['RECORDS', 'UPLOADS'], refresh, isDirty: () => !deleted && (form?.isChanged() ?? false) };
}
