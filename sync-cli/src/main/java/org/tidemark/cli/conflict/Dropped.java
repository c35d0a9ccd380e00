package org.tidemark.cli.conflict;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.conflict.ConflictView;
import org.tidemark.core.decide.FieldConflict;
import org.tidemark.core.json.Json;

/**
 * What a side that is taken as a whole drops of fields that were settled without a clash: what the
 * other side did there goes, though nobody had to decide it.
 */
final class Dropped {

  private Dropped() {}

  /** The fields where the server did what is not here; empty: there are none. */
  static Optional<String> byKeepingLocal(ConflictView view) {
    return fields(view, FieldConflict::client);
  }

  /** The fields where something was done here that the server does not have. */
  static Optional<String> byUsingServer(ConflictView view) {
    return fields(view, FieldConflict::server);
  }

  private static Optional<String> fields(
      ConflictView view, Function<FieldConflict, @Nullable Json> side) {
    List<String> paths =
        view.conflict().fields().stream()
            .filter(FieldConflict::settled)
            .filter(field -> !Objects.equals(field.suggested(), side.apply(field)))
            .map(FieldConflict::path)
            .toList();
    return paths.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", paths));
  }
}
