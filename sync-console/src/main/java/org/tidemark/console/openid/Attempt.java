package org.tidemark.console.openid;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.io.Serializable;

/**
 * A sign-in under way, kept in the session of the browser that began it: what comes back must
 * belong to it.
 *
 * @param to the page that was asked for
 */
record Attempt(String state, String nonce, String verifier, String to) implements Serializable {
  static Attempt begin(String to) {
    return new Attempt(
        new State().getValue(), new Nonce().getValue(), new CodeVerifier().getValue(), to);
  }
}
