import assert from 'node:assert/strict';
import test from 'node:test';
import { address } from './api.js';
import { single } from './live.js';

test('what is asked for meanwhile is done once more, not once each', async () => {
  let times = 0;
  let release;
  const run = single(() => {
    times++;
    return times === 1 ? new Promise(resolve => { release = resolve; }) : Promise.resolve();
  });
  const first = run();
  run();
  run();
  release();
  await first;
  assert.equal(times, 2);
  await run();
  assert.equal(times, 3);
});

test('a failure does not keep the next one from running', async () => {
  let times = 0;
  const run = single(() => {
    times++;
    return times === 1 ? Promise.reject(new Error('once')) : Promise.resolve();
  });
  await assert.rejects(run());
  await run();
  assert.equal(times, 2);
});

test('an address leaves out what is not given, and escapes the rest', () => {
  assert.equal(address('/a', { after: null, id: 'a/b&c' }), '/a?id=a%2Fb%26c');
  assert.equal(address('/a'), '/a');
});

test('what is asked for is done, at whatever moment it is asked for', async () => {
  for (let moment = 0; moment < 12; moment++) {
    let asked = 1;
    let done = 0;
    const run = single(async () => {
      const wish = asked;
      await null;
      done = wish;
    });
    run();
    for (let i = 0; i < moment; i++) {
      await null;
    }
    asked = 2;
    await run();
    assert.equal(done, 2, `asked for at moment ${moment}`);
  }
});
