import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import { NoticeList } from './notice-list.js';

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ['setTimeout'] });
});

const sentences = list => list.all().map(each => each.sentence);

test('what only informs leaves by itself, and the rest stays', () => {
  const list = new NoticeList(() => {});
  list.add({ sentence: 'grave', grave: true });
  list.add({ sentence: 'cake.png is uploaded.', brief: true });
  assert.deepEqual(sentences(list), ['cake.png is uploaded.', 'grave']);
  mock.timers.tick(7_999);
  assert.equal(list.all().length, 2);
  mock.timers.tick(1);
  assert.deepEqual(sentences(list), ['grave']);
});

test('nothing leaves while somebody looks at it', () => {
  let held = true;
  const list = new NoticeList(() => {}, () => held);
  list.add({ sentence: 'read me', brief: true });
  mock.timers.tick(60_000);
  assert.equal(list.all().length, 1);
  held = false;
  mock.timers.tick(8_000);
  assert.equal(list.all().length, 0);
});

test('no sentence stands twice, and one of a name takes the place of another', () => {
  const list = new NoticeList(() => {});
  list.add({ sentence: 'not taken', name: 'parked 1' });
  list.add({ sentence: 'not taken', name: 'parked 2' });
  list.add({ sentence: 'paused', name: 'upload 1' });
  list.add({ sentence: 'refused', name: 'upload 1' });
  assert.deepEqual(sentences(list), ['refused', 'not taken']);
});

test('what is grave stands before what is not, and there are only so many', () => {
  const list = new NoticeList(() => {});
  for (let i = 0; i < 30; i++) {
    list.add({ sentence: `merged ${i}` });
  }
  list.add({ sentence: 'grave', grave: true });
  list.add({ sentence: 'merged last' });
  assert.equal(list.all().length, 20);
  assert.deepEqual(sentences(list).slice(0, 3), ['grave', 'merged last', 'merged 29']);
});
