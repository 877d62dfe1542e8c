package dev.dateline.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What messages to one receiver are signed with, as Standard Webhooks writes it: {@code whsec_} and a secret, or {@code whsk_}
 * and an Ed25519 key, its seed first and its public half behind.
 */
record WebhookKey(String text) {

    private static final String SECRET = "whsec_";
    private static final String PRIVATE = "whsk_";
    private static final String PUBLIC = "whpk_";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static WebhookKey make(WebhookSigning signing) {
        return switch (signing) {
            case HMAC -> new WebhookKey(SECRET + base64(secret()));
            case ED25519 -> new WebhookKey(PRIVATE + base64(pair()));
        };
    }

    private static byte[] secret() {
        byte[] secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        return secret;
    }

    /** Both halves end the forms in which Java writes them (RFC 8410). */
    private static byte[] pair() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            byte[] both = Arrays.copyOf(last(pair.getPrivate().getEncoded()), 2 * BYTES);
            System.arraycopy(last(pair.getPublic().getEncoded()), 0, both, BYTES, BYTES);
            return both;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java has no Ed25519", e);
        }
    }

    private static byte[] last(byte[] encoded) {
        return Arrays.copyOfRange(encoded, encoded.length - BYTES, encoded.length);
    }

    WebhookSigning signing() {
        return text.startsWith(SECRET) ? WebhookSigning.HMAC : WebhookSigning.ED25519;
    }

    /** What a receiver checks signatures with and may be shown at any time, or null where that is a secret. */
    @Nullable
    String publicKey() {
        return signing() == WebhookSigning.HMAC ? null : PUBLIC + base64(Arrays.copyOfRange(bytes(), BYTES, 2 * BYTES));
    }

    /** One signature, with its version before it. */
    String sign(String id, long seconds, String body) {
        try {
            return signing() == WebhookSigning.HMAC
                    ? new Webhook(text).sign(id, seconds, body)
                    : "v1a," + base64(signature((id + "." + seconds + "." + body).getBytes(UTF_8)));
        } catch (GeneralSecurityException | WebhookSigningException | EmptyWebhookSecretException e) {
            throw new IllegalStateException("A message cannot be signed", e);
        }
    }

    private byte[] signature(byte[] content) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(KeyFactory.getInstance("Ed25519")
                .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, Arrays.copyOf(bytes(), BYTES))));
        signature.update(content);
        return signature.sign();
    }

    private byte[] bytes() {
        return Base64.getDecoder().decode(text.substring(PRIVATE.length()));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return signing().name();
    }
}
