package org.tidemark.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a server is started from, and where.
 *
 * @param wildfly the provisioned server, which is only read
 * @param ear what is deployed
 * @param data the data folder
 * @param httpPort the port to listen on; without, 8080 or the next that is free
 * @param managementPort the port for health and metrics; without, 9990 or the next that is free
 * @param database a PostgreSQL that others run; without, one is started in the data folder
 * @param environment more variables for the server
 * @param javaOptions for the server's JVM, after the usual ones
 */
public record SyncServerSettings(
    Path wildfly,
    Path ear,
    Path data,
    OptionalInt httpPort,
    OptionalInt managementPort,
    Optional<Database.External> database,
    Map<String, String> environment,
    List<String> javaOptions) {

  public SyncServerSettings {
    environment = Map.copyOf(environment);
    javaOptions = List.copyOf(javaOptions);
  }

  /** The usual settings for a checkout that has been built. */
  public static SyncServerSettings of(Path root, Path data) {
    return new SyncServerSettings(
        root.resolve("wildfly-config/target/server"),
        root.resolve("sync-ear/target/tidemark.ear"),
        data,
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        Map.of(),
        List.of());
  }

  public SyncServerSettings withPorts(OptionalInt http, OptionalInt management) {
    return new SyncServerSettings(
        wildfly, ear, data, http, management, database, environment, javaOptions);
  }

  public SyncServerSettings withDatabase(Optional<Database.External> external) {
    return new SyncServerSettings(
        wildfly, ear, data, httpPort, managementPort, external, environment, javaOptions);
  }

  public SyncServerSettings withEnvironment(Map<String, String> variables) {
    return new SyncServerSettings(
        wildfly, ear, data, httpPort, managementPort, database, variables, javaOptions);
  }

  public SyncServerSettings withEar(Path other) {
    return new SyncServerSettings(
        wildfly, other, data, httpPort, managementPort, database, environment, javaOptions);
  }

  public SyncServerSettings withJavaOptions(List<String> options) {
    return new SyncServerSettings(
        wildfly, ear, data, httpPort, managementPort, database, environment, options);
  }
}
