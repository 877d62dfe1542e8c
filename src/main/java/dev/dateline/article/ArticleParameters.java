package dev.dateline.article;

import dev.dateline.http.Parameters;
import dev.dateline.published.BodyFormat;
import jakarta.ws.rs.QueryParam;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters of the article collection. They stay text until {@link #query}, which reports all faults at once. */
public final class ArticleParameters extends ArticleFilterParameters {

    @QueryParam("id")
    @Parameter(
            description =
                    "Fetches these articles, in this order: up to 100 ids. Goes only with `view` and `body`. With whole bodies, those that make more than 1 MiB are at `next`.")
    @Nullable
    public String id;

    @QueryParam("order")
    @Parameter(
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            title = "ArticleOrder",
                            enumeration = {"newest", "oldest", "updated"},
                            defaultValue = "newest"),
            description = "By first publication, newest or oldest first, or by last publication, newest first.")
    @Nullable
    public String order;

    @QueryParam("view")
    @Parameter(
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            title = "View",
                            enumeration = {"card", "full"},
                            defaultValue = "card"),
            description = "How much of each article: what a list needs, or everything.")
    @Nullable
    public String view;

    @QueryParam("body")
    @Parameter(
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            title = "BodyFormat",
                            enumeration = {"blocks", "html", "markdown", "text", "none"},
                            defaultValue = "none"),
            description =
                    "The body's format; goes with `view=full`. A page of bodies ends where it would be longer than 1 MiB, and leads on.")
    @Nullable
    public String body;

    @QueryParam("count")
    @Parameter(
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            title = "Count",
                            enumeration = {"none", "estimated", "exact"},
                            defaultValue = "none"),
            description =
                    "Adds how many articles match. `estimated` counts no further than 10,000; `exact` counts all.")
    @Nullable
    public String count;

    /** Reads everything, or throws a problem that names each fault. */
    ArticleQuery query(Parameters parameters) {
        ArticleFilter filter = filter(parameters);
        ArticleQuery.View chosen = parameters.choice("view", view, ArticleQuery.View.class, ArticleQuery.View.CARD);
        BodyFormat format = parameters.choice("body", body, BodyFormat.class, BodyFormat.NONE);
        if (chosen == ArticleQuery.View.CARD && format != BodyFormat.NONE) {
            parameters.refuse("body", "goes only with view=full");
        }
        Set<UUID> batch = parameters.ids("id", id);
        if (id != null && anyBeside()) {
            parameters.refuse("id", "goes only with view and body");
        }
        return new ArticleQuery(
                batch,
                filter,
                parameters.choice("order", order, ArticleOrder.class, ArticleOrder.NEWEST),
                chosen,
                format,
                parameters.choice("count", count, ArticleQuery.Count.class, ArticleQuery.Count.NONE));
    }

    private boolean anyBeside() {
        return Stream.of(
                        tag,
                        section,
                        contributor,
                        language,
                        kind,
                        publishedAfter,
                        publishedBefore,
                        order,
                        limit,
                        cursor,
                        count)
                .anyMatch(Objects::nonNull);
    }
}
