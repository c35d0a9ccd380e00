package org.tidemark.server.media.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Document;
import org.tidemark.core.media.MediaId;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.record.SpaceId;
import org.tidemark.server.conflict.control.NewConflict;
import org.tidemark.server.database.SqlArrays;
import org.tidemark.server.database.SqlArrays.Column;
import org.tidemark.server.record.control.RecordStore.NewState;
import org.tidemark.server.record.control.RevisionStore.Kept;
import org.tidemark.server.record.control.WrittenState;
import org.tidemark.server.settings.MediaSettings;

/**
 * Notes which records name which media, as the records are written.
 *
 * <p>Called from within a push, so what has no media fields costs a look into a map and nothing
 * else, and a batch that names media costs one statement. That a record names a media no more is
 * not noted: the timer that looks for orphans finds it.
 */
@ApplicationScoped
public class References {

  /** Locks in the order of ids, so that two batches that name the same media do not block. */
  private static final String NOTE =
      """
      with said as (
        select * from unnest(?::text[], ?::text[], ?::text[]) s (media_id, entity_type, record_id)
      ), found as (
        select m.id, m.state, m.unnamed_since from media m
         where m.id in (select media_id from said) and m.space = ? and m.state <> 'DELETED'
         order by m.id for update
      ), attached as (
        update media m set state = 'ATTACHED', unnamed_since = null
          from found f
         where m.id = f.id and (f.state <> 'ATTACHED' or f.unnamed_since is not null)
      )
      insert into media_reference (media_id, entity_type, record_id)
      select distinct s.media_id, s.entity_type, s.record_id
        from said s join found f on f.id = s.media_id
      on conflict do nothing
      """;

  @Inject private MediaSettings settings;

  /** Notes what is written of records of one space, in the transaction that writes it. */
  public void note(
      Connection connection,
      SpaceId space,
      List<NewState> newest,
      List<Kept> kept,
      List<NewConflict> opened)
      throws SQLException {
    if (settings.fields().isEmpty()) {
      return;
    }
    List<Said> said = new ArrayList<>();
    for (NewState state : newest) {
      collect(state.written(), said);
    }
    for (Kept side : kept) {
      collect(side.written(), said);
    }
    for (NewConflict conflict : opened) {
      collect(conflict.key(), conflict.conflict().clientData(), said);
    }
    if (!said.isEmpty()) {
      write(connection, space, said);
    }
  }

  private void collect(WrittenState written, List<Said> said) {
    collect(written.key(), written.state().data(), said);
  }

  private void collect(RecordKey key, @Nullable Document data, List<Said> said) {
    if (data != null && settings.fields().has(key.type())) {
      for (MediaId media : settings.fields().named(key.type(), data.json())) {
        said.add(new Said(media, key));
      }
    }
  }

  private static void write(Connection connection, SpaceId space, List<Said> said)
      throws SQLException {
    try (PreparedStatement note = connection.prepareStatement(NOTE)) {
      SqlArrays.bind(
          note,
          1,
          said,
          List.of(
              Column.text(s -> s.media().value()),
              Column.text(s -> s.key().type().value()),
              Column.text(s -> s.key().id().value())));
      note.setString(4, space.value());
      note.executeUpdate();
    }
  }

  private record Said(MediaId media, RecordKey key) {}
}
