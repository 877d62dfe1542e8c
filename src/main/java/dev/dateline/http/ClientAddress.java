package dev.dateline.http;

import io.vertx.core.net.SocketAddress;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Who counts as one client: an IPv4 address or an IPv6 network of 64 bits, which is what one subscriber gets.
 *
 * <p>Trap: behind a proxy all requests come from that proxy, unless {@code quarkus.http.proxy.proxy-address-forwarding}
 * and the proxies to trust are set.
 */
public final class ClientAddress {

    private ClientAddress() {}

    /** @param address null when the client has left */
    public static String of(@Nullable SocketAddress address) {
        if (address == null) {
            return "";
        }
        try {
            InetAddress client = InetAddress.getByName(address.hostAddress());
            return client instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(client.getAddress(), 8))
                    : client.getHostAddress();
        } catch (UnknownHostException e) {
            return "";
        }
    }
}
