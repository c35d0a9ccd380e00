package org.tidemark.console.address;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The address of a page, made of its name and the parameters that are there. */
public final class Address {
  private final StringBuilder text;
  private boolean asked;

  public Address(String page) {
    text = new StringBuilder(page);
  }

  /** Adds a parameter; null: leaves it out. */
  public Address with(String name, @Nullable String value) {
    if (value != null) {
      text.append(asked ? '&' : '?').append(name).append('=');
      text.append(URLEncoder.encode(value, StandardCharsets.UTF_8));
      asked = true;
    }
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
