package org.tidemark.client.ledger;

import java.sql.SQLException;
import java.time.Instant;
import org.tidemark.client.event.EventHub;
import org.tidemark.client.log.Log;
import org.tidemark.client.replica.PolicyBook;
import org.tidemark.client.settings.ClientSettings;
import org.tidemark.client.store.Database;
import org.tidemark.client.store.Tables;
import org.tidemark.core.record.Timestamps;

/**
 * The one door to the local state. Each change is one transaction, whose events are told once it is
 * durable and no lock is held.
 */
public final class Ledger {

  private final Database database;
  private final ClientSettings settings;
  private final EventHub events;
  private final Log log;
  private final Signal edited = new Signal();
  private volatile PolicyBook policies;

  public Ledger(Database database, ClientSettings settings, EventHub events, Log log) {
    this.database = database;
    this.settings = settings;
    this.events = events;
    this.log = log;
    this.policies = new PolicyBook(database.read(tables -> tables.policies().all()));
  }

  /** Something to change. */
  public interface Change<T> {
    T make(Entry entry) throws SQLException;
  }

  /** Something to change that answers nothing. */
  public interface Write {
    void make(Entry entry) throws SQLException;
  }

  /** Something to read. */
  public interface Read<T> {
    T read(Tables tables) throws SQLException;
  }

  public <T> T change(String name, Change<T> change) {
    Entry[] made = new Entry[1];
    T result =
        database.write(
            name,
            tables -> {
              Entry entry = new Entry(tables, settings, policies, now());
              made[0] = entry;
              return change.make(entry);
            });
    made[0].events().forEach(events::tell);
    return result;
  }

  public void write(String name, Write write) {
    change(
        name,
        entry -> {
          write.make(entry);
          return name;
        });
  }

  public <T> T read(Read<T> read) {
    return database.read(read::read);
  }

  /** The device's raw time, in milliseconds as everything that is stored or sent. */
  public Instant now() {
    return Timestamps.cut(settings.environment().clock().now());
  }

  public ClientSettings settings() {
    return settings;
  }

  public EventHub events() {
    return events;
  }

  public Log log() {
    return log;
  }

  public PolicyBook policies() {
    return policies;
  }

  public void learn(PolicyBook told) {
    policies = told;
  }

  /** Raised when there is something new to send. */
  public Signal edited() {
    return edited;
  }
}
