package org.tidemark.app.http;

import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.JsonPointer;

/** A request that is not carried out: a status, a stable code, a sentence and the place in it. */
public final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final @Nullable String place;

  public Refused(int status, String code, String sentence) {
    this(status, code, sentence, null);
  }

  /**
   * @param place the parameter or JSON pointer that is wrong; null: none in particular
   */
  public Refused(int status, String code, String sentence, @Nullable String place) {
    super(sentence);
    this.status = status;
    this.code = code;
    this.place = place;
  }

  /** A parameter or a member that is not as it must be. */
  public static Refused invalid(String place, String why) {
    return new Refused(400, "INVALID_INPUT", "\"" + place + "\" " + why + ".", place);
  }

  /**
   * What a person typed for a field is not as it must be.
   *
   * @param pointer the field, which the sentence names as people do
   * @param place where it stands in the request
   */
  public static Refused field(String pointer, String place, String why) {
    String name =
        JsonPointer.problem(pointer) == null
            ? String.join(" › ", JsonPointer.parse(pointer).tokens())
            : pointer;
    return new Refused(400, "INVALID_INPUT", name + " " + why + ".", place);
  }

  public static Refused unknown(String what) {
    return new Refused(404, "NOT_FOUND", "There is no such " + what + " on this device.");
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  public @Nullable String place() {
    return place;
  }

  public String sentence() {
    return String.valueOf(getMessage());
  }
}
