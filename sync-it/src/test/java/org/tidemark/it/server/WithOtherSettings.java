package org.tidemark.it.server;

import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the one server of the run whose settings are not the usual ones. */
public final class WithOtherSettings implements ParameterResolver {

  public static final int MAX_BATCH = 3;

  public static final int QUOTA_BYTES = 20 << 20;
  public static final String ORIGIN = "https://app.example";

  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("SYNC_CLOSED_TYPES", "true"),
          Map.entry("SYNC_INTROSPECTION", "false"),
          Map.entry("SYNC_MAX_BATCH", String.valueOf(MAX_BATCH)),
          Map.entry("SYNC_HTTP_SILENCE_MS", "5000"),
          Map.entry("SYNC_TOMBSTONE_LIFE", "PT15S"),
          Map.entry("SYNC_RECEIPT_CACHE_LIFESPAN_MS", "15000"),
          Map.entry("SYNC_UPLOAD_LIFE", "PT15S"),
          Map.entry("SYNC_MEDIA_ORPHAN_LIFE", "PT15S"),
          Map.entry("SYNC_MEDIA_QUOTA_BYTES", String.valueOf(QUOTA_BYTES)),
          Map.entry("SYNC_MEDIA_TYPES", "image/*,audio/*"),
          Map.entry("SYNC_CORS_ORIGINS", ORIGIN));

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
