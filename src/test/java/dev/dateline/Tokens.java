package dev.dateline;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;

/** Signs JSON Web Tokens as an identity provider would (RFC 7519), with a key made for this run. */
public final class Tokens {

    public static final String ISSUER = "https://identity.example.org";
    private static final KeyPair KEYS = keys();
    public static final String PUBLIC_KEY =
            Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded());

    private Tokens() {}

    private static KeyPair keys() {
        // One pair for the whole run: the configuration is read in another class loader than the tests.
        String held = System.getProperty("dateline.test.token-keys");
        try {
            if (held == null) {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
                KeyPair made = generator.generateKeyPair();
                System.setProperty(
                        "dateline.test.token-keys",
                        Base64.getEncoder().encodeToString(made.getPublic().getEncoded()) + " "
                                + Base64.getEncoder()
                                        .encodeToString(made.getPrivate().getEncoded()));
                return made;
            }
            String[] parts = held.split(" ", -1);
            var factory = java.security.KeyFactory.getInstance("RSA");
            return new KeyPair(
                    factory.generatePublic(new java.security.spec.X509EncodedKeySpec(
                            Base64.getDecoder().decode(parts[0]))),
                    factory.generatePrivate(new java.security.spec.PKCS8EncodedKeySpec(
                            Base64.getDecoder().decode(parts[1]))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String of(String role, String issuer) {
        long now = Instant.now().getEpochSecond();
        String signed = encode("""
                {"alg":"RS256","typ":"JWT"}""") + "." + encode("""
                {"iss":"%s","sub":"someone","name":"Someone Else","iat":%d,"exp":%d,"groups":["%s"]}""".formatted(issuer, now, now + 300, role));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(KEYS.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
