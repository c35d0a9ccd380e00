package org.tidemark.app.record;

import org.jspecify.annotations.Nullable;
import org.tidemark.app.http.Call;
import org.tidemark.app.http.Refused;
import org.tidemark.core.record.EntityType;
import org.tidemark.core.record.RecordId;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.record.SpaceId;

/** The names of records in addresses: {@code space}, {@code type} and {@code id}. */
public final class Keys {

  private Keys() {}

  public static SpaceId space(Call call) {
    String text = call.required("space");
    require("space", SpaceId.problem(text));
    return new SpaceId(text);
  }

  public static EntityType type(Call call) {
    String text = call.required("type");
    require("type", EntityType.problem(text));
    return new EntityType(text);
  }

  public static RecordKey key(Call call) {
    return new RecordKey(space(call), type(call), id("id", call.required("id")));
  }

  private static RecordId id(String name, String text) {
    require(name, RecordId.problem(text));
    return new RecordId(text);
  }

  private static void require(String name, @Nullable String problem) {
    if (problem != null) {
      throw Refused.invalid(name, problem);
    }
  }
}
