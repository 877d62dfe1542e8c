package dev.dateline.article;

import dev.dateline.content.LanguageTag.Languages;
import dev.dateline.content.TagFilter;
import dev.dateline.http.PageRequest;
import dev.dateline.http.Parameters;
import jakarta.ws.rs.QueryParam;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters that narrow articles, wherever articles are listed page by page. */
public abstract class ArticleFilterParameters extends PageRequest {

    @QueryParam("tag")
    @Parameter(
            description =
                    "Tags by slug or id: `a,b` both, `a|b` either, `-c` not; together `a,b|c,-d`. `a/*` means a or any tag below it.",
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
    @Parameter(
            description =
                    "This language (BCP 47), or any of several: `be,ru`. `be` finds `be-tarask` too (RFC 4647). `auto` leads to the first language of the reader's `Accept-Language` in which there is something.",
            example = "en")
    @Nullable
    public String language;

    @QueryParam("kind")
    @Parameter(
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            title = "ArticleKindFilter",
                            enumeration = {"news", "article", "live", "page", "any"},
                            defaultValue = "news"),
            description =
                    "News (`news`), of it only `article` or only `live`; standing pages such as “About us” (`page`); or all (`any`).")
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

    /** Reads the filters; faults are noted. */
    public final ArticleFilter filter(Parameters parameters) {
        return new ArticleFilter(
                parameters.read("tag", tag, TagFilter.EXPECTED, ArticleFilterParameters::tags),
                parameters.read("section", section, TagFilter.EXPECTED, ArticleFilterParameters::tags),
                parameters.read("contributor", contributor, TagFilter.EXPECTED, ArticleFilterParameters::tags),
                new TreeSet<>(parameters.severalOrNone(
                        "language",
                        language,
                        Languages.SEVERAL,
                        Languages::canonical)), // sorted: the same languages are one query
                parameters
                        .choice("kind", kind, ArticleKinds.class, ArticleKinds.NEWS)
                        .kinds(),
                parameters.instant("published-after", publishedAfter),
                parameters.instant("published-before", publishedBefore));
    }

    private static TagFilter tags(String text) {
        return TagFilter.parse(text).canonical();
    }
}
