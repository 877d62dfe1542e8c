package dev.dateline.syndication;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes an address of any letters as one that the strictest reader takes (RFC 3986, 3490). What is escaped already stays so. */
final class EscapedAddress {

    /** What may stand in an address as it is, beside letters and digits (RFC 3986 section 2); a percent sign is taken for an escape. */
    private static final String PLAIN = "-._~:/?#@!$&'()*+,;=%";

    private static final Pattern HOST = Pattern.compile("^(https?://)([^/?#:\\[]{1,200})");

    private EscapedAddress() {}

    static String of(String address) {
        Matcher host = HOST.matcher(address);
        return host.find()
                ? host.group(1)
                        + IDN.toASCII(host.group(2), IDN.ALLOW_UNASSIGNED)
                        + escaped(address.substring(host.end()))
                : escaped(address);
    }

    private static String escaped(String address) {
        StringBuilder out = new StringBuilder(address.length());
        for (byte b : address.getBytes(StandardCharsets.UTF_8)) {
            boolean isPlain = b > 0 && (Character.isLetterOrDigit(b) || PLAIN.indexOf(b) >= 0);
            out.append(isPlain ? Character.toString(b) : "%%%02X".formatted(b & 0xff));
        }
        return out.toString();
    }
}
