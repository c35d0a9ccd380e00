package org.tidemark.launcher;

import java.util.List;
import java.util.Locale;

/** Somebody to try the server as. */
public enum DemoUser {
  ANA("user"),
  BEN("user"),
  ADMIN("user admin");

  private final String roles;

  DemoUser(String roles) {
    this.roles = roles;
  }

  String subject() {
    return name().toLowerCase(Locale.ROOT);
  }

  List<String> roles() {
    return List.of(roles.split(" ", -1));
  }

  String variable() {
    return "SYNC_TOKEN_" + name();
  }
}
