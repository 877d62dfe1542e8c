package dev.dateline.syndication;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes an address of any letters as one that the strictest reader takes (RFC 3986, 3490). What is escaped already stays so. */
final class EscapedAddress {

    /** What may stand in an address as it is, beside letters and digits (RFC 3986 section 2); a percent sign begins an escape. */
    private static final String PLAIN = "-._~:/?#@!$&'()*+,;=%";

    private static final Pattern HOST = Pattern.compile("^(https?://)([^/?#:\\[]{1,200})");
    private static final Pattern LONE_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private EscapedAddress() {}

    /** The host of an address, or all of it where there is none. */
    static String host(String address) {
        Matcher host = HOST.matcher(address);
        return host.find() ? host.group(2) : address;
    }

    static String of(String address) {
        String safe = LONE_PERCENT.matcher(address).replaceAll("%25");
        Matcher host = HOST.matcher(safe);
        return host.find() ? host.group(1) + ascii(host.group(2)) + escaped(safe.substring(host.end())) : escaped(safe);
    }

    private static String ascii(String host) {
        try {
            return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException e) {
            return escaped(host); // no name of a host, and leads nowhere
        }
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
