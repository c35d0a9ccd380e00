package org.tidemark.server.audit.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Set;
import org.tidemark.server.audit.control.AuditTrail;
import org.tidemark.server.audit.control.RefusedSignIns;
import org.tidemark.server.identity.Caller;

/** Notes who signed in at the console, and who was refused; it tells nothing to anybody. */
@Stateless
@PermitAll
public class SignIns {
  @Inject private AuditTrail audit;
  @Inject private RefusedSignIns refusals;

  public void signedIn(Caller caller) {
    audit.space(caller, "console.signIn", null, null, null);
  }

  /**
   * Notes a refusal under the name that was tried; only so many in an hour, since anybody can cause
   * them.
   *
   * @param name as it was typed, by whomever
   */
  public void refused(String name, String correlationId) {
    if (refusals.isToBeNoted()) {
      Caller nobody = new Caller(RefusedSignIns.named(name), Set.of(), correlationId);
      audit.space(nobody, "console.refused", null, null, null);
    }
  }
}
