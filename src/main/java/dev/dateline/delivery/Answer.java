package dev.dateline.delivery;

import dev.dateline.http.Json;
import dev.dateline.http.Page;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A finished public answer. A resource returns it instead of an object, because what is stored is already JSON;
 * {@link AnswerFilter} gives it its validators and cache headers.
 *
 * @param lastModified when this very text was rendered; null where a part may vanish and the time would go backwards
 * @param freshUntil when the answer is known to change, or null
 * @param link the {@code Link} header, or null
 */
public record Answer(
        String json,
        @Nullable Instant lastModified,
        @Nullable Instant freshUntil,
        @Nullable String link) {

    public static Answer of(String json) {
        return new Answer(json, null, null, null);
    }

    public static Answer of(Object view) {
        return of(Json.write(view));
    }

    /** A page of items that are JSON texts already, followed by further fields. */
    public static Answer page(Page<String> page, Map<String, ?> fields) {
        StringBuilder json = new StringBuilder("{\"items\":[")
                .append(String.join(",", page.items()))
                .append(']');
        Map<String, Object> rest = new LinkedHashMap<>(fields);
        if (page.next() != null) {
            rest.put("next", page.next());
        }
        if (page.previous() != null) {
            rest.put("previous", page.previous());
        }
        rest.forEach(
                (name, value) -> json.append(",\"").append(name).append("\":").append(Json.write(value)));
        return new Answer(json.append('}').toString(), null, null, page.link());
    }

    public Answer modifiedAt(Instant time) {
        return new Answer(json, time, freshUntil, link);
    }

    public Answer until(@Nullable Instant time) {
        return new Answer(json, lastModified, time, link);
    }
}
