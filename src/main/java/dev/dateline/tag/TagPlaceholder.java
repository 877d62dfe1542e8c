package dev.dateline.tag;

import dev.dateline.content.Credit;
import dev.dateline.json.Json;
import dev.dateline.json.JsonText;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * A place in stored JSON where a tag is shown. The tag is filled in when the JSON is read, so that a new name, a new place in
 * the hierarchy or a merge is one row, and not a hundred thousand articles.
 *
 * @param form {@code link}, {@code path} for a link with those above it, or a role in the byline
 */
public record TagPlaceholder(String form, String language, UUID id) {

    /** No other JSON of ours has such a field, and in a text the quotes would be escaped. */
    static final String FIELD = "$tag";

    private static final String LINK = "link";
    private static final String PATH = "path";

    public static JsonText link(String id, String language) {
        return new TagPlaceholder(LINK, language, UUID.fromString(id)).json();
    }

    /** The same with those above it. */
    public static JsonText path(String id, String language) {
        return new TagPlaceholder(PATH, language, UUID.fromString(id)).json();
    }

    /** An entry of a byline: finished already where it is only a name. */
    public static JsonText byline(Credit credit, String language) {
        Credit.Role role = Objects.requireNonNullElse(credit.role(), Credit.Role.AUTHOR);
        return credit.contributor() == null
                ? JsonText.of(new Byline(String.valueOf(credit.name()), role, null))
                : new TagPlaceholder(role.name(), language, UUID.fromString(credit.contributor())).json();
    }

    private JsonText json() {
        return JsonText.of(Map.of(FIELD, form + " " + language + " " + id));
    }

    /** @param text what stands in {@link #FIELD} */
    static TagPlaceholder parse(String text) {
        String[] parts = text.split(" ", 3);
        return new TagPlaceholder(parts[0], parts[1], UUID.fromString(parts[2]));
    }

    /** What is shown in its place. */
    JsonText filled(Tag tag, Map<UUID, Tag> known) {
        return JsonText.ofJson(Json.write(
                switch (form) {
                    case LINK -> TagRef.of(tag, language);
                    case PATH -> TagRef.withAncestors(tag, language, known);
                    default -> new Byline(tag.name(language), Credit.Role.valueOf(form), tag.slug());
                }));
    }
}
