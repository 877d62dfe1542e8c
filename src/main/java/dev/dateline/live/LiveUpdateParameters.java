package dev.dateline.live;

import dev.dateline.http.PageRequest;
import dev.dateline.http.Parameters;
import dev.dateline.published.BodyFormat;
import jakarta.ws.rs.QueryParam;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters with which readers ask for updates of a live page. */
public final class LiveUpdateParameters extends PageRequest {

    private static final String NOT_WITH_SINCE =
            "does not go with since: what has changed comes in the order in which it did";

    @QueryParam("order")
    @Parameter(
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            title = "LiveUpdateOrder",
                            enumeration = {"newest", "oldest"},
                            defaultValue = "newest"),
            description = "By the time of first publication.")
    @Nullable
    public String order;

    @QueryParam("key-events")
    @Parameter(
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"),
            description = "`true`: only where the story turned.")
    @Nullable
    public String keyEvents;

    @QueryParam("since")
    @Parameter(
            description =
                    "What was published, corrected or withdrawn after an earlier answer: the address stands in its `since`. An update may be told again.")
    @Nullable
    public String since;

    LiveUpdateOrder order(Parameters parameters) {
        return parameters.choice("order", order, LiveUpdateOrder.class, LiveUpdateOrder.NEWEST);
    }

    boolean isKeyEventsOnly(Parameters parameters) {
        return Boolean.TRUE.equals(parameters.truth("key-events", keyEvents));
    }

    /** Notes what does not go with {@code since}. */
    void checkSince(Parameters parameters) {
        refuse(parameters, "order", order);
        refuse(parameters, "key-events", keyEvents);
        refuse(parameters, "cursor", cursor);
    }

    private void refuse(Parameters parameters, String name, @Nullable String value) {
        if (since != null && value != null) {
            parameters.refuse(name, NOT_WITH_SINCE);
        }
    }

    /** All that decides which updates come in which order. */
    static String query(UUID page, LiveUpdateOrder order, boolean keyEventsOnly) {
        return "live updates " + page + " " + order + " " + keyEventsOnly;
    }

    /** What its links keep of the question. */
    Map<String, List<String>> kept(BodyFormat format) {
        Map<String, List<String>> kept = new HashMap<>(asked(format));
        if (limit != null) {
            kept.put("limit", List.of(limit));
        }
        return kept;
    }

    /** The query parameters that ask for a format, none for the usual one. */
    static Map<String, List<String>> asked(BodyFormat format) {
        return format == BodyFormat.BLOCKS ? Map.of() : Map.of("body", List.of(Parameters.wireName(format)));
    }
}
