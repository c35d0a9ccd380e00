package org.tidemark.identity;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads a JSON Web Key Set (RFC 7517): its RSA and P-256 keys for signatures, by key id. */
final class JsonWebKeys {

  private JsonWebKeys() {}

  static Map<String, PublicKey> parse(JsonObject keySet) {
    var keys = new LinkedHashMap<String, PublicKey>();
    for (var value : keySet.getOrDefault("keys", JsonValue.EMPTY_JSON_ARRAY).asJsonArray()) {
      var jwk = value.asJsonObject();
      if (jwk.getString("use", "sig").equals("sig")) {
        key(jwk).ifPresent(key -> keys.put(jwk.getString("kid", ""), key));
      }
    }
    return Map.copyOf(keys);
  }

  // A set may hold kinds of keys that are none of our business, so what is not understood is passed
  // over.
  private static Optional<PublicKey> key(JsonObject jwk) {
    try {
      return switch (jwk.getString("kty", "")) {
        case "RSA" -> Optional.of(rsa(jwk));
        case "EC" -> jwk.getString("crv", "").equals("P-256") ? Optional.of(ec(jwk)) : none();
        default -> none();
      };
    } catch (GeneralSecurityException | RuntimeException malformed) {
      return none();
    }
  }

  private static Optional<PublicKey> none() {
    return Optional.empty();
  }

  private static PublicKey rsa(JsonObject jwk) throws GeneralSecurityException {
    return KeyFactory.getInstance("RSA")
        .generatePublic(new RSAPublicKeySpec(number(jwk, "n"), number(jwk, "e")));
  }

  private static PublicKey ec(JsonObject jwk) throws GeneralSecurityException {
    var curve = AlgorithmParameters.getInstance("EC");
    curve.init(new ECGenParameterSpec("secp256r1"));
    var point = new ECPoint(number(jwk, "x"), number(jwk, "y"));
    return KeyFactory.getInstance("EC")
        .generatePublic(new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class)));
  }

  private static BigInteger number(JsonObject jwk, String member) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(jwk.getString(member)));
  }
}
