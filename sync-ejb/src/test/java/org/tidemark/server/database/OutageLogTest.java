package org.tidemark.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutageLogTest {
  private static final Logger LOGGER = Logger.getLogger(OutageLog.class.getName());

  private final List<Level> told = new ArrayList<>();
  private final OutageLog outages = new OutageLog();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          told.add(line.getLevel());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    LOGGER.addHandler(handler);
  }

  @AfterEach
  void stop() {
    LOGGER.removeHandler(handler);
  }

  @Test
  void outage_isToldOnce_andItsEndOnce() {
    outages.watch(OutageLogTest::unreachable);
    outages.watch(OutageLogTest::unreachable);
    outages.watch(() -> {});
    outages.watch(() -> {});
    assertThat(told).containsExactly(Level.WARNING, Level.INFO);
  }

  @Test
  void workThatMayHaveNeededNoDatabase_tellsOfNoEnd() {
    outages.watchOccasional(OutageLogTest::unreachable);
    outages.watchOccasional(() -> {});
    outages.watch(OutageLogTest::unreachable);
    assertThat(told).containsExactly(Level.WARNING);
  }

  private static void unreachable() {
    throw new DatabaseException(new SQLException("no connection", "08001"));
  }
}
