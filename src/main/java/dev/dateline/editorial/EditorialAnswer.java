package dev.dateline.editorial;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.http.Page;
import dev.dateline.json.Json;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers of the newsroom's half: with the version as ETag, and never kept by any cache. */
public final class EditorialAnswer {

    /**
     * Where every resource of working copies begins. They share it, and name the rest at their methods, because a request is
     * matched to classes first: a class with a longer path would hide those with a variable in its place.
     */
    public static final String ROOT = "/v1/editorial";

    private EditorialAnswer() {}

    private record Count(long value, boolean exact) {}

    public static Response ok(ObjectNode view) {
        return answer(200, view).build();
    }

    /** @param path of the collection */
    public static Response created(ObjectNode view, String path) {
        return answer(201, view)
                .header(HttpHeaders.LOCATION, path + "/" + view.get("id").textValue())
                .build();
    }

    public static Response page(Page<?> page) {
        return page(page, null);
    }

    /** @param count how many there are in all, where that was asked for */
    public static Response page(Page<?> page, @Nullable Long count) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("items", page.items());
        if (count != null) {
            body.put("count", new Count(count, true));
        }
        if (page.next() != null) {
            body.put("next", page.next());
        }
        if (page.previous() != null) {
            body.put("previous", page.previous());
        }
        return plain(200, Json.write(body))
                .header(HttpHeaders.LINK, page.link())
                .build();
    }

    /** Something of our own that has no version. */
    public static Response plain(Object view) {
        return plain(200, Json.write(view)).build();
    }

    private static Response.ResponseBuilder answer(int status, ObjectNode view) {
        return plain(status, view.toString()).header(HttpHeaders.ETAG, "\"" + view.get("version") + "\"");
    }

    private static Response.ResponseBuilder plain(int status, String body) {
        return Response.status(status).type(MediaType.APPLICATION_JSON).entity(body);
    }
}
