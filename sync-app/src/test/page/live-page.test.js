import { program, settled } from './fake-page.js';
import assert from 'node:assert/strict';
import test from 'node:test';
import { Live } from './live.js';

class FakeStream extends EventTarget {
  static CLOSED = 2;
  static all = [];
  readyState = 1;

  constructor() {
    super();
    FakeStream.all.push(this);
  }

  close() {
    this.readyState = FakeStream.CLOSED;
  }
}

const begun = () => {
  FakeStream.all = [];
  globalThis.EventSource = FakeStream;
  program();
  new Live().start();
  return FakeStream.all;
};

const seen = state => {
  document.visibilityState = state;
  document.dispatchEvent(new Event('visibilitychange'));
};

test('a page that gave way to another listens again when somebody looks at it, and not before', async () => {
  const streams = begun();
  assert.equal(streams.length, 1);
  streams[0].dispatchEvent(new Event('giveway'));
  assert.equal(streams[0].readyState, FakeStream.CLOSED);
  seen('hidden');
  await settled();
  assert.equal(streams.length, 1);
  seen('visible');
  assert.equal(streams.length, 2);
  window.dispatchEvent(new Event('focus'));
  assert.equal(streams.length, 2);
});

test('a page that is not looked at goes on listening, to have the system tell of conflicts', () => {
  const streams = begun();
  seen('hidden');
  assert.equal(streams[0].readyState, 1);
  seen('visible');
  assert.equal(streams.length, 1);
});
