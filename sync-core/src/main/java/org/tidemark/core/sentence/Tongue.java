package org.tidemark.core.sentence;

import java.util.List;

/** A language that phrases can be said in. */
public interface Tongue {

  /** The phrase with its parts filled in, which are said already. */
  String say(Phrase phrase, List<String> parts);
}
