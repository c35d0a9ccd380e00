import { program, settled } from './fake-page.js';
import assert from 'node:assert/strict';
import test from 'node:test';
import { Replacing } from './replacing.js';

const NEW = { upload: 'u2', file: 'song.mp3', record: { type: 'note', id: 'n1', title: 'Cake' } };

/** A bar that keeps what it shows. */
class Bar {
  shown = null;
  offer(sentence, ways) { this.shown = { sentence, ways }; return this.shown; }
  tell(sentence) { this.shown = { sentence, ways: [] }; }
  has(offer) { return this.shown === offer; }
  clear() { this.shown = null; }
}

async function begun(...states) {
  const asked = program();
  const bar = new Bar();
  const replacing = new Replacing(bar, () => {});
  replacing.begin(NEW, async () => 'The old file stays.');
  for (const [at, answer] of states.entries()) {
    if (at > 0) {
      replacing.look();
    }
    await asked.at(-1).answer(...answer);
  }
  return { asked, bar, replacing };
}

test('a file that was chosen is said to take the place, and to have done so when it has', async () => {
  const { bar } = await begun();
  assert.equal(bar.shown.sentence, 'song.mp3 takes the place of the file of Note “Cake” when the server has taken it.');
  const { bar: sent } = await begun([{ state: 'UPLOADING' }]);
  assert.match(sent.shown.sentence, /takes the place/);
  const { bar: done } = await begun([{ state: 'UPLOADING' }], [{ state: 'DONE' }]);
  assert.equal(done.shown.sentence, 'song.mp3 has taken the place of the file of Note “Cake”.');
  assert.equal(done.shown.ways[0][0], 'Put the old file back');
});

test('of a file that is refused or given up it is said no more', async () => {
  for (const answer of [[{ state: 'REFUSED' }], [{ state: 'CANCELLED' }], [{ code: 'NOT_FOUND', sentence: 'Gone.' }, 404]]) {
    assert.equal((await begun(answer)).bar.shown, null);
  }
});

test('what else the bar has come to tell stays', async () => {
  const { asked, bar, replacing } = await begun();
  bar.offer('Note “Bread” is deleted.', []);
  await asked.at(-1).answer({ state: 'DONE' });
  assert.equal(bar.shown.sentence, 'Note “Bread” is deleted.');
  replacing.look();
  await settled();
  assert.equal(asked.length, 1);
});
