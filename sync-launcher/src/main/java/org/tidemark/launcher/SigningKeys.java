package org.tidemark.launcher;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** The demo's own RSA key pair, made at the first start and kept as two PEM files. */
record SigningKeys(KeyPair pair, Path publicKey) {

  private static final String FOLDER = "keys";
  private static final String PRIVATE = "jwt-private.pem";
  private static final String PUBLIC = "jwt-public.pem";

  static SigningKeys of(DataFolder data) {
    var privatePem = data.remembered(FOLDER + "/" + PRIVATE);
    var publicPem = data.remembered(FOLDER + "/" + PUBLIC);
    var publicFile = data.resolve(FOLDER).resolve(PUBLIC);
    if (privatePem != null && publicPem != null) {
      return new SigningKeys(parse(privatePem, publicPem), publicFile);
    }
    var pair = generate();
    data.createFolder(FOLDER);
    data.remember(FOLDER + "/" + PRIVATE, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
    data.remember(FOLDER + "/" + PUBLIC, pem("PUBLIC KEY", pair.getPublic().getEncoded()));
    return new SigningKeys(pair, publicFile);
  }

  private static KeyPair generate() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static KeyPair parse(String privatePem, String publicPem) {
    try {
      var factory = KeyFactory.getInstance("RSA");
      return new KeyPair(
          factory.generatePublic(new X509EncodedKeySpec(body(publicPem))),
          factory.generatePrivate(new PKCS8EncodedKeySpec(body(privatePem))));
    } catch (GeneralSecurityException | IllegalArgumentException damaged) {
      throw new StartFailure(
          "The folder keys in the data folder is damaged. Delete it: new keys and tokens are made at the next start.",
          damaged);
    }
  }

  private static String pem(String type, byte[] encoded) {
    var body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
    return "-----BEGIN %s-----\n%s\n-----END %s-----".formatted(type, body, type);
  }

  private static byte[] body(String pem) {
    return Base64.getDecoder()
        .decode(pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", ""));
  }
}
