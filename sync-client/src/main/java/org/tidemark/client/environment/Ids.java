package org.tidemark.client.environment;

/** Makes names that nobody has used before: of clients and of mutations. */
public interface Ids {
  String next();
}
