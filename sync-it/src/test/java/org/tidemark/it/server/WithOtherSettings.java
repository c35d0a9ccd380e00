package org.tidemark.it.server;

import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the one server of the run whose settings are not the usual ones. */
public final class WithOtherSettings implements ParameterResolver {

  public static final int MAX_BATCH = 3;

  private static final Map<String, String> SETTINGS =
      Map.of(
          "SYNC_CLOSED_TYPES", "true",
          "SYNC_INTROSPECTION", "false",
          "SYNC_MAX_BATCH", String.valueOf(MAX_BATCH),
          "SYNC_HTTP_SILENCE_MS", "5000",
          "SYNC_TOMBSTONE_LIFE", "PT5S",
          "SYNC_RECEIPT_CACHE_LIFESPAN_MS", "3000");

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == TestServer.class;
  }

  @Override
  public TestServer resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(WithOtherSettings.class))
        .getOrComputeIfAbsent(
            TestServer.class, key -> TestServer.start(SETTINGS), TestServer.class);
  }
}
