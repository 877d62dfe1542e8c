package dev.dateline.access;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A key as its owner holds it: {@code dateline_<prefix>_<secret>}. The secret has 192 random bits, so a plain SHA-256 is
 * enough to store it by; a slow hash guards guessable passwords, which this is not.
 */
record ApiKeySecret(String prefix, String text) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern FORM = Pattern.compile("dateline_([A-Za-z0-9]{10})_[A-Za-z0-9-]{32}");

    static ApiKeySecret make() {
        String prefix = random(20).replaceAll("[-]", "").substring(0, 10);
        return new ApiKeySecret(prefix, "dateline_" + prefix + "_" + random(24));
    }

    private static String random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random).replace('_', '-');
    }

    static Optional<ApiKeySecret> parse(String text) {
        var matcher = FORM.matcher(text);
        return matcher.matches() ? Optional.of(new ApiKeySecret(matcher.group(1), text)) : Optional.empty();
    }

    byte[] hash() {
        return DigestUtils.sha256(text);
    }
}
