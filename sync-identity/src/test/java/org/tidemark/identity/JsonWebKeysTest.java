package org.tidemark.identity;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.math.BigInteger;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class JsonWebKeysTest {

  private static final RSAPublicKey RSA = (RSAPublicKey) Tokens.RSA.getPublic();
  private static final ECPublicKey EC = (ECPublicKey) Tokens.EC.getPublic();

  @Test
  void parse_rsaAndEcKeys_findsBothById() {
    assertThat(JsonWebKeys.parse(set(rsa("\"use\":\"sig\","), ec("P-256"))))
        .containsEntry("r", RSA)
        .containsEntry("e", EC)
        .hasSize(2);
  }

  @Test
  void parse_keyWithoutUse_isTaken() {
    assertThat(JsonWebKeys.parse(set(rsa("")))).containsEntry("r", RSA);
  }

  @Test
  void parse_keysThatAreNotOurs_arePassedOver() {
    assertThat(
            JsonWebKeys.parse(
                set(
                    rsa("\"use\":\"enc\","),
                    ec("P-521"),
                    "{\"kty\":\"oct\",\"k\":\"AA\"}",
                    "{\"kty\":\"RSA\",\"n\":\"!\",\"e\":\"AQAB\"}",
                    "{\"kty\":\"RSA\"}",
                    "{}")))
        .isEmpty();
  }

  @Test
  void parse_noKeys_isEmpty() {
    assertThat(JsonWebKeys.parse(set())).isEmpty();
    assertThat(JsonWebKeys.parse(Json.createObjectBuilder().build())).isEmpty();
  }

  private static JsonObject set(String... keys) {
    var text = "{\"keys\":[" + String.join(",", keys) + "]}";
    return Json.createReader(new StringReader(text)).readObject();
  }

  private static String rsa(String use) {
    return "{\"kty\":\"RSA\",%s\"kid\":\"r\",\"n\":\"%s\",\"e\":\"%s\"}"
        .formatted(use, number(RSA.getModulus()), number(RSA.getPublicExponent()));
  }

  private static String ec(String curve) {
    return "{\"kty\":\"EC\",\"kid\":\"e\",\"crv\":\"%s\",\"x\":\"%s\",\"y\":\"%s\"}"
        .formatted(curve, number(EC.getW().getAffineX()), number(EC.getW().getAffineY()));
  }

  private static String number(BigInteger value) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(value.toByteArray());
  }
}
