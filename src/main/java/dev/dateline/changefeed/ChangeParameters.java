package dev.dateline.changefeed;

import dev.dateline.alert.AlertCacheGroups;
import dev.dateline.content.ContentKind;
import dev.dateline.content.LanguageTag.Languages;
import dev.dateline.content.Slug;
import dev.dateline.http.Parameters;
import dev.dateline.published.BodyFormat;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which changes are wanted, and how much is told of each. */
public final class ChangeParameters {

    private static final Pattern GROUP = Pattern.compile("[A-Za-z0-9:._-]{1,256}");

    @QueryParam("kind")
    @Parameter(description = "Of this kind, or of any of several: `article,story-list`.", example = "article")
    @Nullable
    public String kind;

    @QueryParam("tag")
    @Parameter(
            description =
                    "Of articles that carry this tag, or carried it until then, and of their live updates: a slug or an id, or several of which any will do.",
            example = "minsk")
    @Nullable
    public String tag;

    @QueryParam("language")
    @Parameter(
            description =
                    "Of articles in this language (BCP 47), or in any of several, of their live updates, and of alerts in it or in none.",
            example = "be")
    @Nullable
    public String language;

    @QueryParam("list")
    @Parameter(
            description =
                    "Of this story list, by slug or id; or of any of several. What its articles say is not of the list.",
            example = "belarusians-at-war")
    @Nullable
    public String list;

    @QueryParam("groups")
    @Parameter(
            description =
                    "Those that touch one of these cache groups, up to 100: what stands in `Cache-Groups` of the answers that a client holds. `groups` of each change then names only these.",
            example = "story-list:01981f2c-5a00-7000-8000-000000000001")
    @Nullable
    public String groups;

    @QueryParam("view")
    @Parameter(
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            title = "ChangeView",
                            enumeration = {"none", "card", "full"},
                            defaultValue = "none"),
            description =
                    "What is told of a changed article beside the change: nothing, its card, or all of it as it is now; of a live page without its updates, which are changes of their own.")
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

    public enum View {
        NONE,
        CARD,
        FULL
    }

    /**
     * How much is told of each change.
     *
     * @param groups only these, or all where there are none
     */
    public record Detail(View view, BodyFormat body, Set<String> groups) {}

    /** Whether this is a place in the log, and not a wish to begin now. */
    static boolean isPlace(@Nullable String since) {
        return since != null && !since.equals("now");
    }

    Detail detail(Parameters parameters) {
        View chosen = parameters.choice("view", view, View.class, View.NONE);
        BodyFormat format = parameters.choice("body", body, BodyFormat.class, BodyFormat.NONE);
        if (chosen != View.FULL && format != BodyFormat.NONE) {
            parameters.refuse("body", "goes only with view=full");
        }
        return new Detail(chosen, format, groups(parameters));
    }

    private Set<String> groups(Parameters parameters) {
        return parameters.severalOrNone(
                "groups", groups, "one to 100 cache groups, as they stand in Cache-Groups", given -> {
                    String text = unquoted(given.strip());
                    if (!GROUP.matcher(text).matches()) {
                        throw new IllegalArgumentException(text);
                    }
                    return text;
                });
    }

    private static String unquoted(String text) {
        boolean isQuoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return isQuoted ? text.substring(1, text.length() - 1) : text;
    }

    /**
     * Tags and lists are left out here, since they must be looked up.
     *
     * @param groups that were asked for
     */
    ChangeSelection selection(Parameters parameters, Set<String> groups) {
        Set<ContentKind> kinds = parameters.severalOrNone(
                "kind", kind, "one or more of " + String.join(", ", kinds()), ChangeParameters::kind);
        List<Set<String>> touching = new ArrayList<>();
        Set<String> languages = parameters.severalOrNone("language", language, Languages.SEVERAL, Languages::canonical);
        if (!languages.isEmpty()) {
            touching.add(inLanguages(languages));
        }
        return new ChangeSelection(kinds, groups, touching);
    }

    /** What articles and alerts in these languages touch, and alerts for every language. */
    private static Set<String> inLanguages(Set<String> ranges) {
        return Stream.concat(
                        Stream.of(AlertCacheGroups.ANY_LANGUAGE),
                        ranges.stream()
                                .flatMap(range -> Stream.of(
                                        ContentKind.ARTICLE.cacheGroup() + ":" + range,
                                        AlertCacheGroups.language(range))))
                .collect(Collectors.toSet());
    }

    private static List<String> kinds() {
        return ContentKind.PUBLIC.stream().map(ContentKind::name).toList();
    }

    private static ContentKind kind(String text) {
        return ContentKind.PUBLIC.stream()
                .filter(known -> known.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(text));
    }

    /** The tags that are asked for, by slug or id. */
    Set<String> tags(Parameters parameters) {
        return named(parameters, "tag", tag, "slugs or ids of tags with commas between them");
    }

    /** The story lists that are asked for, by slug or id. */
    Set<String> lists(Parameters parameters) {
        return named(parameters, "list", list, "slugs or ids of story lists with commas between them");
    }

    private static Set<String> named(Parameters parameters, String name, @Nullable String text, String expected) {
        return parameters.severalOrNone(
                name,
                text,
                expected,
                word -> Optional.of(word)
                        .filter(given -> Slug.isSlug(given)
                                || Parameters.uuids(given).findAny().isPresent())
                        .orElseThrow(() -> new IllegalArgumentException(word)));
    }
}
