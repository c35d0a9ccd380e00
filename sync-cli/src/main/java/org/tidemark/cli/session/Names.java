package org.tidemark.cli.session;

import org.jspecify.annotations.Nullable;
import org.tidemark.core.record.EntityType;
import org.tidemark.core.record.RecordId;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.record.SpaceId;

/** Reads the names that people type. */
public final class Names {

  private Names() {}

  public static SpaceId space(String text) {
    require("space", text, SpaceId.problem(text));
    return new SpaceId(text);
  }

  public static EntityType type(String text) {
    require("type", text, EntityType.problem(text));
    return new EntityType(text);
  }

  public static RecordId id(String text) {
    require("id", text, RecordId.problem(text));
    return new RecordId(text);
  }

  /** Reads {@code type/id}; an id may have slashes of its own. */
  public static RecordKey key(SpaceId space, String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      throw new UsageProblem("\"" + text + "\" is no record; one is named like note/n1.");
    }
    return new RecordKey(space, type(text.substring(0, slash)), id(text.substring(slash + 1)));
  }

  /** How a record is shown: {@code type/id}, with the space where it is not the usual one. */
  public static String shown(RecordKey key, SpaceId usual) {
    return key.type() + "/" + key.id() + (key.space().equals(usual) ? "" : " in " + key.space());
  }

  private static void require(String noun, String text, @Nullable String problem) {
    if (problem != null) {
      throw new UsageProblem("The " + noun + " \"" + text + "\" " + problem + ".");
    }
  }
}
