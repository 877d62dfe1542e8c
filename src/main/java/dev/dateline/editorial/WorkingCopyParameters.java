package dev.dateline.editorial;

import dev.dateline.access.Actors;
import dev.dateline.content.ArticleKind;
import dev.dateline.content.ContentKind;
import dev.dateline.content.LanguageTag.Languages;
import dev.dateline.content.Slug;
import dev.dateline.content.TagType;
import dev.dateline.http.Page;
import dev.dateline.http.PageRequest;
import dev.dateline.http.Parameters;
import dev.dateline.published.WithdrawalKind;
import dev.dateline.tag.TagRepository;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters with which editors find working copies. Where several values fit, commas stand between them. */
public final class WorkingCopyParameters extends PageRequest {

    private static final String ARTICLES_ONLY = "goes only with articles";

    @QueryParam("q")
    @Parameter(
            schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = WordFilter.LONGEST),
            description =
                    "Only those that have all these words, in any form and in any field, with `-without`, `this OR that` and `begin*`. Words between quotation marks are all wanted, in any order; `OR`, `-` and `*` mean nothing there.",
            example = "bridge")
    @Nullable
    public String q;

    @QueryParam("id")
    @Parameter(description = "Only these, up to 100 ids with commas between them.")
    @Nullable
    public String id;

    @QueryParam("slug")
    @Parameter(description = "Only those with this slug.", example = "minsk-bridge-reopens-for-trams")
    @Nullable
    public String slug;

    @QueryParam("language")
    @Parameter(description = "Only those in these languages (BCP 47).", example = "be,ru")
    @Nullable
    public String language;

    @QueryParam("external-id")
    @Parameter(description = "The one with this id in another system.")
    @Nullable
    public String externalId;

    @QueryParam("review")
    @Parameter(
            description = "Only those whose current revision has come so far: `draft`, `in-review`, `approved`.",
            example = "in-review,approved")
    @Nullable
    public String review;

    @QueryParam("live")
    @Parameter(
            schema = @Schema(type = SchemaType.BOOLEAN),
            description = "`true`: only what is published; `false`: only what is not.")
    @Nullable
    public String live;

    @QueryParam("scheduled")
    @Parameter(
            schema = @Schema(type = SchemaType.BOOLEAN),
            description = "`true`: only those of which a revision waits for its time; `false`: only others.")
    @Nullable
    public String scheduled;

    @QueryParam("scheduled-after")
    @Parameter(description = "Only what goes out at this time or date, or later.", example = "2026-01-01")
    @Nullable
    public String scheduledAfter;

    @QueryParam("scheduled-before")
    @Parameter(description = "Only what goes out before this time or date.", example = "2036-01-01T00:00:00Z")
    @Nullable
    public String scheduledBefore;

    @QueryParam("schedule-failed")
    @Parameter(
            schema = @Schema(type = SchemaType.BOOLEAN),
            description =
                    "`true`: only those whose time came and that could not be published (`scheduleFailure` says why); `false`: only others.")
    @Nullable
    public String scheduleFailed;

    @QueryParam("ends-before")
    @Parameter(
            description = "Only what the public reads and will be withdrawn by itself before this time or date.",
            example = "2036-01-01")
    @Nullable
    public String endsBefore;

    @QueryParam("withdrawal")
    @Parameter(
            description =
                    "Only what was withdrawn in this way and not published again: `withdrawn`, `legal`, `expired`.",
            example = "legal")
    @Nullable
    public String withdrawal;

    @QueryParam("unpublished-changes")
    @Parameter(
            schema = @Schema(type = SchemaType.BOOLEAN),
            description = "`true`: only those of which the public reads an older revision; `false`: only others.")
    @Nullable
    public String unpublishedChanges;

    @QueryParam("modified-by")
    @Parameter(
            description = "Only those whose current revision somebody saved: an id or a name.",
            example = "admin-key")
    @Nullable
    public String modifiedBy;

    @QueryParam("modified-after")
    @Parameter(description = "Only those changed at this time or date, or later.", example = "2026-01-01")
    @Nullable
    public String modifiedAfter;

    @QueryParam("modified-before")
    @Parameter(description = "Only those changed before this time or date.", example = "2036-01-01T00:00:00Z")
    @Nullable
    public String modifiedBefore;

    @QueryParam("article")
    @Parameter(
            description = "Live updates: only those of this page, by its id.",
            example = "01981f2c-5a00-7000-8000-000000000003")
    @Nullable
    public String article;

    @QueryParam("kind")
    @Parameter(description = "Articles: only of these kinds.", example = "article")
    @Nullable
    public String kind;

    @QueryParam("embargoed")
    @Parameter(
            schema = @Schema(type = SchemaType.BOOLEAN),
            description = "Articles: `true`: only those whose embargo is not over; `false`: only others.")
    @Nullable
    public String embargoed;

    @QueryParam("tag")
    @Parameter(
            description =
                    "Articles: by slugs or ids of tags; `a,b` both, `a|b` either, `-c` not, `a/*` a or any tag below it.",
            example = "minsk,-society")
    @Nullable
    public String tag;

    @QueryParam("section")
    @Parameter(description = "Articles: by tags that are sections, written as in `tag`.", example = "society")
    @Nullable
    public String section;

    @QueryParam("contributor")
    @Parameter(
            description = "Articles: by tags that are contributors, written as in `tag`.",
            example = "alena-karpovich")
    @Nullable
    public String contributor;

    @QueryParam("order")
    @Parameter(
            schema = @Schema(implementation = WorkingCopyOrder.class),
            description = "In which order; `modified` when left out.",
            example = "created")
    @Nullable
    public String order;

    @QueryParam("count")
    @Parameter(
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            title = "Count",
                            enumeration = {"none", "exact"},
                            defaultValue = "none"),
            description = "Adds how many there are in all.")
    @Nullable
    public String count;

    /** Those that are asked for, in the caller's transaction. */
    <E extends WorkingCopy<?>> WorkingCopyPage<E> find(
            ContentKind of, WorkingCopyRepository<E> repository, WorkingCopySupport support) {
        Parameters parameters = new Parameters();
        WorkingCopyFilter filter = filter(parameters, of, support.tags(), support.actors());
        boolean counted = isCounted(parameters);
        Page<E> page = page(
                parameters,
                filter.fingerprint(of.name()),
                (cursor, count) -> repository.page(filter, cursor, count),
                filter.order()::cursor);
        return new WorkingCopyPage<>(page, counted ? repository.count(filter) : null);
    }

    private boolean isCounted(Parameters parameters) {
        return "exact".equals(parameters.choice("count", count, List.of("none", "exact")));
    }

    /** @param tags what words of filters lead to */
    private WorkingCopyFilter filter(Parameters parameters, ContentKind of, TagRepository tags, Actors actors) {
        List<WorkingCopyFilter.Carried> carried = new ArrayList<>();
        if (of.equals(ContentKind.ARTICLE)) {
            carried.addAll(TagTerms.read(parameters, "tag", tag, null, tags));
            carried.addAll(TagTerms.read(parameters, "section", section, TagType.SECTION, tags));
            carried.addAll(TagTerms.read(parameters, "contributor", contributor, TagType.CONTRIBUTOR, tags));
        } else {
            refuse(parameters, "kind", kind, ARTICLES_ONLY);
            refuse(parameters, "embargoed", embargoed, ARTICLES_ONLY);
            refuse(parameters, "tag", tag, ARTICLES_ONLY);
            refuse(parameters, "section", section, ARTICLES_ONLY);
            refuse(parameters, "contributor", contributor, ARTICLES_ONLY);
        }
        if (!of.equals(ContentKind.LIVE_UPDATE)) {
            refuse(parameters, "article", article, "goes only with live updates");
        }
        String words = parameters.text("q", q, WordFilter.LONGEST);
        return new WorkingCopyFilter(
                words == null ? null : WordFilter.of(words),
                parameters.ids("id", id),
                parameters.read("article", article, "an id", Parameters::uuid),
                parameters.read("slug", slug, "a slug", WorkingCopyParameters::slug),
                parameters.several("language", language, Languages.SEVERAL, Languages::canonical),
                parameters.read("external-id", externalId, "an id", text -> text),
                parameters.choices("review", review, ReviewState.class),
                parameters.truth("live", live),
                parameters.truth("scheduled", scheduled),
                parameters.instant("scheduled-after", scheduledAfter),
                parameters.instant("scheduled-before", scheduledBefore),
                parameters.truth("schedule-failed", scheduleFailed),
                parameters.instant("ends-before", endsBefore),
                parameters.choices("withdrawal", withdrawal, WithdrawalKind.class),
                parameters.truth("unpublished-changes", unpublishedChanges),
                actors.named(parameters, "modified-by", modifiedBy),
                parameters.instant("modified-after", modifiedAfter),
                parameters.instant("modified-before", modifiedBefore),
                parameters.choices("kind", kind, ArticleKind.class),
                parameters.truth("embargoed", embargoed),
                carried,
                parameters.choice("order", order, WorkingCopyOrder.class, WorkingCopyOrder.MODIFIED));
    }

    private static String slug(String text) {
        if (!Slug.isSlug(text)) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static void refuse(Parameters parameters, String name, @Nullable String value, String because) {
        if (value != null) {
            parameters.refuse(name, because);
        }
    }
}
