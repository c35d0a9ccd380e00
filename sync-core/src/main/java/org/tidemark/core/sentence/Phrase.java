package org.tidemark.core.sentence;

/**
 * Words of the core's, with places for their parts.
 *
 * <p>Implemented by enums alone. A part may be a sentence itself.
 */
public interface Phrase {

  /** A name that no other phrase has, such as {@code reason.CREATED}: what bundles know it by. */
  String key();

  /** The words in English, with {@code {0}}, {@code {1}} and so on where the parts stand. */
  String english();
}
