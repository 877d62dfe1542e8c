package dev.dateline.article;

import dev.dateline.content.ArticleKind;
import dev.dateline.content.LanguageTag.Languages;
import dev.dateline.content.TagFilter;
import dev.dateline.http.PageRequest;
import dev.dateline.http.Parameters;
import jakarta.ws.rs.QueryParam;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters of the article collection. They stay text until {@link #query}, which reports all faults at once. */
public final class ArticleParameters extends PageRequest {

    private static final String ANY = "any";

    @QueryParam("id")
    @Parameter(description = "Fetches these articles, in this order: up to 100 ids. Goes only with `view` and `body`.")
    @Nullable
    public String id;

    @QueryParam("tag")
    @Parameter(
            description = "Tags by slug or id: `a,b` both, `a|b` either, `-c` not; together `a,b|c,-d`.",
            example = "minsk")
    @Nullable
    public String tag;

    @QueryParam("section")
    @Parameter(description = "Tags of type section, with the same logic as `tag`.", example = "society")
    @Nullable
    public String section;

    @QueryParam("contributor")
    @Parameter(description = "Contributors in the byline, with the same logic as `tag`.", example = "alena-karpovich")
    @Nullable
    public String contributor;

    @QueryParam("language")
    @Parameter(description = "Exactly this language (BCP 47), or any of several: `be,ru`.", example = "en")
    @Nullable
    public String language;

    @QueryParam("kind")
    @Parameter(
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            title = "ArticleKindFilter",
                            enumeration = {"article", "page", "any"},
                            defaultValue = "article"),
            description = "News (`article`), standing pages such as “About us” (`page`), or both (`any`).")
    @Nullable
    public String kind;

    @QueryParam("published-after")
    @Parameter(
            description = "Published at this time or later: RFC 3339, or a date, which means its first moment in UTC.",
            example = "2026-01-01")
    @Nullable
    public String publishedAfter;

    @QueryParam("published-before")
    @Parameter(description = "Published before this time.", example = "2027-01-01T00:00:00Z")
    @Nullable
    public String publishedBefore;

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
            description = "The body's format; goes with `view=full`.")
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
        ArticleFilter filter = new ArticleFilter(
                parameters.read("tag", tag, TagFilter.EXPECTED, ArticleParameters::tags),
                parameters.read("section", section, TagFilter.EXPECTED, ArticleParameters::tags),
                parameters.read("contributor", contributor, TagFilter.EXPECTED, ArticleParameters::tags),
                new TreeSet<>(parameters.severalOrNone(
                        "language",
                        language,
                        Languages.SEVERAL,
                        Languages::canonical)), // sorted: the same languages are one query
                kind(parameters),
                parameters.instant("published-after", publishedAfter),
                parameters.instant("published-before", publishedBefore));
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

    /** What reads news does not want to meet "About us" in it, unless it says so. */
    private @Nullable ArticleKind kind(Parameters parameters) {
        return ANY.equals(kind) ? null : parameters.choice("kind", kind, ArticleKind.class, ArticleKind.ARTICLE, ANY);
    }

    private static TagFilter tags(String text) {
        return TagFilter.parse(text).canonical();
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
