package dev.dateline.http;

import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;

/** Sends a reader on to where a thing is now. */
public final class Redirect {

    private Redirect() {}

    /**
     * 308, with the query kept. The address stays relative, so that it is right behind every proxy.
     *
     * @param path the new address without query, for example {@code /v1/tags/minsk}
     */
    public static RedirectionException permanent(String path, UriInfo asked) {
        return permanent(QueryString.append(path, asked.getQueryParameters(), Map.of()));
    }

    /** The same, with one parameter set. */
    public static RedirectionException permanent(String path, String name, String value, UriInfo asked) {
        return permanent(QueryString.append(path, asked.getQueryParameters(), Map.of(name, value)));
    }

    private static RedirectionException permanent(String address) {
        return new RedirectionException(Response.status(308)
                .header(HttpHeaders.LOCATION, address)
                .header(HttpHeaders.CACHE_CONTROL, "private, max-age=60")
                .build());
    }
}
