package org.tidemark.identity;

import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a token has to say to be meant for us now. */
final class Claims extends DefaultJWTClaimsVerifier<SecurityContext> {

  static final Duration LEEWAY = Duration.ofSeconds(30);

  private final InstantSource clock;

  Claims(String issuer, String audience, InstantSource clock) {
    super(audience, new JWTClaimsSet.Builder().issuer(issuer).build(), Set.of());
    this.clock = clock;
    setMaxClockSkew((int) LEEWAY.toSeconds());
  }

  @Override
  public void verify(JWTClaimsSet claims, @Nullable SecurityContext context)
      throws BadJWTException {
    super.verify(claims, context);
    // Not by the names of required claims, for which an end that is null would do.
    if (claims.getExpirationTime() == null) {
      throw new BadJWTException("The token never expires.");
    }
  }

  @Override
  protected Date currentTime() {
    return Date.from(clock.instant());
  }
}
