package org.tidemark.identity;

import java.io.IOException;
import java.security.PublicKey;
import java.util.Optional;

/** The public keys that tokens may be signed with. */
interface KeySource {

  /**
   * The key that a token names in its header, or the only one there is for a token that names none.
   *
   * @throws IOException when the keys cannot be had now, so that the token may well be good
   */
  Optional<PublicKey> find(Optional<String> keyId) throws IOException;
}
