package dev.dateline.outbound;

import java.io.IOException;

/** Nothing came from a host, or it said that it wants to be left alone for now. */
public final class UnreachableHost extends IOException {

    UnreachableHost(String message, Throwable cause) {
        super(message, cause);
    }

    UnreachableHost(String message) {
        super(message);
    }
}
