package dev.dateline.outbound;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.IDN;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decides where requests may go. */
@Singleton
public class OutboundAddress {

    private static final Pattern PORT = Pattern.compile(":[0-9]+$");
    private static final int MAX_LENGTH = 2_000;

    private final OutboundConfig config;

    OutboundAddress(OutboundConfig config) {
        this.config = config;
    }

    /**
     * An address that somebody typed in. A host that is unknown for now is no fault: it is asked for again with each request.
     *
     * @throws IllegalArgumentException whose message says what would be right
     */
    public URI parse(String text) {
        URI url = parsed(text);
        if (!isSecure(url)) {
            throw new IllegalArgumentException("must be an address that begins with https://");
        }
        return checked(url);
    }

    /**
     * The same of what is only read: much that lies elsewhere has no TLS.
     *
     * @throws IllegalArgumentException whose message says what would be right
     */
    URI parseReadable(String text) {
        URI url = parsed(text);
        if (!"https".equals(url.getScheme()) && !"http".equals(url.getScheme())) {
            throw new IllegalArgumentException("must be an address that begins with https:// or http://");
        }
        return checked(url);
    }

    private URI checked(URI url) {
        if (url.getHost() == null || url.getUserInfo() != null || url.getFragment() != null) {
            throw new IllegalArgumentException("must have a host, and neither a user nor a fragment");
        } else if (url.getPort() == 0 || url.getPort() > 65_535) {
            throw new IllegalArgumentException("must have a port from 1 to 65535, or none");
        }
        try {
            reachable(url.getHost());
        } catch (ForbiddenAddress e) {
            throw new IllegalArgumentException("must lead to a public address: " + e.getMessage());
        } catch (UnknownHostException e) {
            // it may be known later
        }
        return url;
    }

    private boolean isSecure(URI url) {
        return "https".equals(url.getScheme()) || ("http".equals(url.getScheme()) && config.privateAddresses());
    }

    /** What was allowed when an address was typed in may be so no more. */
    void requireSecure(URI url) throws IOException {
        if (!isSecure(url)) {
            throw new IOException("The address does not begin with https://");
        }
    }

    private static URI parsed(String text) {
        try {
            if (text.length() <= MAX_LENGTH) {
                return withHostInAscii(new URI(text));
            }
        } catch (URISyntaxException e) {
            // said below
        }
        throw new IllegalArgumentException(
                "must be an address without spaces, of at most " + MAX_LENGTH + " characters");
    }

    /** A host may be written in any script (RFC 3490); Java reads it in ASCII only. */
    private static URI withHostInAscii(URI url) throws URISyntaxException {
        String authority = url.getRawAuthority();
        if (url.getHost() != null || authority == null || authority.contains("@")) {
            return url;
        }
        String host = PORT.matcher(authority).replaceFirst("");
        try {
            return new URI(
                    url.toString().replaceFirst(Pattern.quote(host), Matcher.quoteReplacement(IDN.toASCII(host))));
        } catch (IllegalArgumentException noName) {
            return url;
        }
    }

    /**
     * The one address to connect to, so that no second look-up can lead elsewhere.
     *
     * @throws ForbiddenAddress when any address of the host is not public
     */
    InetAddress reachable(String host) throws UnknownHostException {
        List<InetAddress> addresses = Arrays.asList(InetAddress.getAllByName(host.replaceAll("[\\[\\]]", "")));
        for (InetAddress address : addresses) {
            if (!config.privateAddresses() && !AddressBlock.isPublic(address)) {
                throw new ForbiddenAddress(address);
            }
        }
        return addresses.get(0);
    }
}
