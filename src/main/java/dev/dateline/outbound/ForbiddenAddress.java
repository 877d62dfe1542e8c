package dev.dateline.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** An address to which no request goes. */
final class ForbiddenAddress extends UnknownHostException {

    ForbiddenAddress(InetAddress address) {
        super(address.getHostAddress() + " is not one on the open internet");
    }
}
