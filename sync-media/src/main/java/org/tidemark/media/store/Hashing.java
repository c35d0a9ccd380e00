package org.tidemark.media.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Hashes one file's blocks in their order, beside the thread that reads and writes them: hashing
 * takes as long as both. A few blocks go round, so memory is constant, and whoever is faster waits.
 */
final class Hashing {
  static final int BLOCK_BYTES = 128 << 10;
  private static final int MOST_BLOCKS = 4;

  private record Filled(byte[] block, int length) {}

  private final Sha256 sha256 = new Sha256();
  private final Executor threads;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private final Deque<byte[]> free = new ArrayDeque<>(MOST_BLOCKS);
  private final Deque<Filled> filled = new ArrayDeque<>(MOST_BLOCKS);
  private int made;
  private boolean working;
  private @Nullable Throwable broken;

  Hashing(Executor threads) {
    this.threads = threads;
  }

  /** A block to fill, which is the caller's until it is added. */
  byte[] take() {
    lock.lock();
    try {
      while (free.isEmpty() && made == MOST_BLOCKS && broken == null) {
        moved.awaitUninterruptibly();
      }
      check();
      if (free.isEmpty()) {
        made++;
        return new byte[BLOCK_BYTES];
      }
      return free.pop();
    } finally {
      lock.unlock();
    }
  }

  /** Has the block's first bytes hashed after all that were added before. */
  void add(byte[] block, int length) {
    lock.lock();
    try {
      filled.add(new Filled(block, length));
      if (working) {
        return;
      }
      working = true;
    } finally {
      lock.unlock();
    }
    if (length < BLOCK_BYTES) {
      // The last one, or all of a small file: another thread would take longer to wake up.
      work();
    } else {
      threads.execute(this::work);
    }
  }

  private void work() {
    try {
      for (Filled next = next(); next != null; next = next()) {
        sha256.update(next.block(), next.length());
        giveBack(next.block());
      }
    } catch (RuntimeException | Error e) {
      end(e);
      throw e;
    }
  }

  private @Nullable Filled next() {
    lock.lock();
    try {
      Filled next = filled.poll();
      if (next == null) {
        working = false;
        moved.signalAll();
      }
      return next;
    } finally {
      lock.unlock();
    }
  }

  private void giveBack(byte[] block) {
    lock.lock();
    try {
      free.push(block);
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void end(Throwable cause) {
    lock.lock();
    try {
      broken = cause;
      working = false;
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void check() {
    if (broken != null) {
      throw new IllegalStateException("bytes could not be hashed", broken);
    }
  }

  /** The digest of all that was added, in hexadecimal; waits until the last block is hashed. */
  String hex() {
    lock.lock();
    try {
      while (working) {
        moved.awaitUninterruptibly();
      }
      check();
      return sha256.hex();
    } finally {
      lock.unlock();
    }
  }
}
