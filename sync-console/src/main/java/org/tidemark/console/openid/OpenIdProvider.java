package org.tidemark.console.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.console.openid.SignInRefused.Reason;

/**
 * Speaks with a provider: authorization code flow with PKCE, a state and a nonce, all by Nimbus.
 *
 * <p>The provider's configuration is read when it is first needed, so a provider that is away does
 * not keep the server from starting.
 */
final class OpenIdProvider {
  private static final int CONNECT_MS = 2_000;
  private static final int READ_MS = 5_000;
  private static final int LIMIT_BYTES = 1 << 20;

  /** Known parties of a provider: what it says of itself, and what proves that it was it. */
  private record Known(OIDCProviderMetadata metadata, IDTokenValidator validator) {}

  private final OpenIdSettings settings;
  private volatile @Nullable Known known;

  OpenIdProvider(OpenIdSettings settings) {
    this.settings = settings;
  }

  /** Where a browser goes to sign in. */
  URI signIn(Attempt attempt) throws SignInRefused {
    return new AuthenticationRequest.Builder(
            ResponseType.CODE,
            new Scope("openid", "profile"),
            new ClientID(settings.clientId()),
            settings.back())
        .endpointURI(known().metadata().getAuthorizationEndpointURI())
        .state(new State(attempt.state()))
        .nonce(new Nonce(attempt.nonce()))
        .codeChallenge(new CodeVerifier(attempt.verifier()), CodeChallengeMethod.S256)
        .build()
        .toURI();
  }

  /** Whom a code stands for that the provider gave the browser. */
  Person identify(Attempt attempt, AuthorizationCode code) throws SignInRefused {
    Known provider = known();
    try {
      TokenRequest request =
          new TokenRequest.Builder(
                  provider.metadata().getTokenEndpointURI(),
                  authentication(provider.metadata()),
                  new AuthorizationCodeGrant(
                      code, settings.back(), new CodeVerifier(attempt.verifier())))
              .build();
      HTTPRequest http = request.toHTTPRequest();
      http.setConnectTimeout(CONNECT_MS);
      http.setReadTimeout(READ_MS);
      TokenResponse response = OIDCTokenResponseParser.parse(http.send());
      if (!response.indicatesSuccess()) {
        throw new SignInRefused(
            Reason.DENIED, "no token: " + response.toErrorResponse().getErrorObject(), null);
      }
      JWT idToken = ((OIDCTokenResponse) response.toSuccessResponse()).getOIDCTokens().getIDToken();
      return person(idToken, provider.validator().validate(idToken, new Nonce(attempt.nonce())));
    } catch (IOException | ParseException | BadJOSEException | JOSEException e) {
      throw new SignInRefused(Reason.UNAVAILABLE, "no token to be believed", e);
    }
  }

  private ClientAuthentication authentication(OIDCProviderMetadata metadata) {
    ClientID client = new ClientID(settings.clientId());
    Secret secret = new Secret(settings.secret());
    List<ClientAuthenticationMethod> taken = metadata.getTokenEndpointAuthMethods();
    // A provider that names none takes the first, by the standard.
    boolean isPost =
        taken != null
            && taken.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST)
            && !taken.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
    return isPost ? new ClientSecretPost(client, secret) : new ClientSecretBasic(client, secret);
  }

  private static Person person(JWT idToken, IDTokenClaimsSet claims) {
    String subject = claims.getSubject().getValue();
    List<String> groups = claims.getStringListClaim("groups");
    String name = claims.getStringClaim("name");
    String login = claims.getStringClaim("preferred_username");
    String shown = name == null || name.isBlank() ? login : name;
    return new Person(
        subject,
        shown == null || shown.isBlank() ? subject : shown,
        groups == null ? Set.of() : Set.copyOf(groups),
        idToken.serialize());
  }

  /** Where a browser goes to sign out at the provider too; empty: it knows no such thing. */
  Optional<URI> signOut(String idToken) throws SignInRefused {
    URI end = known().metadata().getEndSessionEndpointURI();
    if (end == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new LogoutRequest(
                  end,
                  com.nimbusds.jwt.JWTParser.parse(idToken),
                  settings.console().resolve("queue.xhtml"),
                  null)
              .toURI());
    } catch (java.text.ParseException e) {
      throw new IllegalStateException("the token of a session cannot be read", e);
    }
  }

  private Known known() throws SignInRefused {
    Known found = known;
    if (found == null) {
      found = find();
      known = found;
    }
    return found;
  }

  private Known find() throws SignInRefused {
    try {
      OIDCProviderMetadata metadata =
          OIDCProviderMetadata.resolve(settings.issuer(), CONNECT_MS, READ_MS);
      var keys =
          JWKSourceBuilder.create(
                  metadata.getJWKSetURI().toURL(),
                  new DefaultResourceRetriever(CONNECT_MS, READ_MS, LIMIT_BYTES))
              .build();
      var selector =
          new JWSVerificationKeySelector<>(
              Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256), keys);
      return new Known(
          metadata,
          new IDTokenValidator(
              settings.issuer(), new ClientID(settings.clientId()), selector, null));
    } catch (GeneralException | IOException e) {
      throw new SignInRefused(Reason.UNAVAILABLE, "the provider cannot be asked", e);
    }
  }
}
