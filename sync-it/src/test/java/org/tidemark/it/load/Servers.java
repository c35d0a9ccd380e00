package org.tidemark.it.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.tidemark.it.server.FreePort;
import org.tidemark.launcher.SyncServer;
import org.tidemark.launcher.SyncServerSettings;

/** Starts servers on empty data; the one that a test asks for as a parameter is shared by all. */
public final class Servers implements ParameterResolver {

  /** These tests start servers more often than they wear them. */
  private static final List<String> QUICK_START =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private static final Path ROOT = Path.of(System.getProperty("sync.root", ".."));

  /** Settings for a server of its own, whose data of an earlier run is gone. */
  public static SyncServerSettings fresh(String name) {
    var data = ROOT.resolve("sync-it/target/load").resolve(name);
    delete(data);
    return SyncServerSettings.of(ROOT, data)
        .withPorts(FreePort.next(), FreePort.next())
        .withJavaOptions(QUICK_START);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == SyncServer.class;
  }

  /** JUnit closes what is in its root store when all tests have ended. */
  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(Servers.class))
        .getOrComputeIfAbsent(
            SyncServer.class, key -> SyncServer.start(fresh("shared")), SyncServer.class);
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (var tree = Files.walk(folder)) {
      for (var path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
