package org.tidemark.client.settings;

/** How much a line matters. */
public enum LogLevel {
  DEBUG,
  INFO,
  WARN,
  OFF
}
