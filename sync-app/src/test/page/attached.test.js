import { find, page, program, settled } from './fake-page.js';
import assert from 'node:assert/strict';
import test from 'node:test';
import { Attached } from './attached.js';

const key = { space: 'demo', type: 'note', id: 'n1' };
const record = photo => ({ ...key, title: 'Cake', seen: 'v1', photo });
const ABSENT = { kind: 'ABSENT', text: '' };
const OLD = { kind: 'TEXT', text: '/api/v1/media/old' };

function shown(photo) {
  const root = page();
  const told = [];
  const app = { live: { status: { on: true, state: 'IDLE', problem: null } }, notices: { say: () => {} }, replaced: (file, putBack) => told.push({ file, putBack }) };
  const attached = new Attached(key, app, page());
  root.append(...attached.elements);
  attached.draw(record(photo), false);
  return { root, attached, told };
}

/** A browser's way to send a file, which is answered at once. */
function taking(upload) {
  globalThis.XMLHttpRequest = class extends EventTarget {
    upload = new EventTarget();
    status = 200;
    response = { upload };
    open() {}
    send() { this.dispatchEvent(new Event('load')); }
  };
}

async function attach(root) {
  const box = root.all().find(each => each.getAttribute?.('type') === 'file');
  box.files = [{ name: 'song.mp3', size: 3 }];
  box.dispatchEvent(new Event('change'));
  await settled();
}

test('a record without a file takes one', () => {
  const { root } = shown(ABSENT);
  assert.equal(find(root, 'label').textContent, 'Attach a file');
  assert.equal(find(root, 'h2').textContent, 'File');
});

test('where a file is there, or comes, it is said what becomes of it', async () => {
  assert.equal(find(shown(OLD).root, 'label').textContent, 'Replace the file');
  assert.match(shown(OLD).root.textContent, /takes its place; you can put the old one back/);
  const asked = program();
  const { root, attached } = shown(ABSENT);
  attached.refresh();
  await settled();
  await asked[0].answer({ items: [{ ...key, upload: 'u1', file: 'cake.png', state: 'WAITING', sizeBytes: 3, sentBytes: 0 }] });
  assert.equal(find(root, 'label').textContent, 'Replace the file');
});

test('a file that was replaced can be put back, also when the new one is named already', async () => {
  const asked = program();
  taking('u2');
  const { root, told } = shown(OLD);
  await attach(root);
  assert.deepEqual(told.map(each => [each.file.file, each.file.record.title]), [['song.mp3', 'Cake']]);
  const back = told[0].putBack();
  await settled();
  const [cancel] = asked.filter(each => each.path.startsWith('/api/upload/cancel'));
  await cancel.answer({ code: 'NOT_NOW', sentence: 'It has got further.' }, 409);
  await asked.at(-1).answer({ ...record({ kind: 'TEXT', text: '/api/v1/media/new' }), seen: 'v2' });
  assert.deepEqual(asked.at(-1).body, { seen: 'v2', set: { '/photo': OLD } });
  await asked.at(-1).answer({});
  assert.equal(await back, 'The old file is back.');
});

test('where the new file is not named yet, the old one stays', async () => {
  const asked = program();
  taking('u2');
  const { root, told } = shown(OLD);
  await attach(root);
  const back = told[0].putBack();
  await settled();
  await asked.find(each => each.path.startsWith('/api/upload/cancel')).answer({});
  await asked.at(-1).answer(record(OLD));
  assert.equal(await back, 'The old file stays.');
});

test('a first file offers no way back', async () => {
  program();
  taking('u3');
  const { root, told } = shown(ABSENT);
  await attach(root);
  assert.deepEqual(told, []);
});
