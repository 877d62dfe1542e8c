package dev.dateline.http;

import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Sends a reader on to where a thing is now. */
public final class Redirect {

    private Redirect() {}

    /**
     * 308, with the query kept. The address stays relative, so that it is right behind every proxy.
     *
     * @param path the new address without query, for example {@code /v1/tags/minsk}
     */
    public static RedirectionException permanent(String path, UriInfo asked) {
        return permanent(path, asked.getQueryParameters());
    }

    /** The same, with one parameter set. */
    public static RedirectionException permanent(String path, String name, String value, UriInfo asked) {
        MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
        parameters.putAll(asked.getQueryParameters());
        parameters.putSingle(name, value);
        return permanent(path, parameters);
    }

    private static RedirectionException permanent(String path, MultivaluedMap<String, String> parameters) {
        return new RedirectionException(Response.status(308)
                .header(HttpHeaders.LOCATION, QueryString.append(path, parameters))
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=60")
                .build());
    }
}
