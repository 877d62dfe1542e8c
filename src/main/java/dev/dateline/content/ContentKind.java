package dev.dateline.content;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A kind of content, declared once: its addresses, cache groups, table and names in imports follow from its name.
 *
 * <p>Not an enum, so that a kind can live in packages of its own. Its publisher, found by CDI, brings it into editing,
 * workflow, revisions, schedules, bulk, audit and imports; its line in {@link #ALL} brings it into the OpenAPI documents.
 *
 * @param name as the API says it, for example {@code story-list}
 * @param collection as it stands in addresses, for example {@code story-lists}
 * @param publicPath where the public reads things of this kind
 */
public record ContentKind(String name, String collection, String publicPath) {

    public static final ContentKind ARTICLE = new ContentKind("article", "articles");

    /** Read below its page, never by itself. */
    public static final ContentKind LIVE_UPDATE = new ContentKind("live-update", "live-updates", "/v1/articles");

    public static final ContentKind STORY_LIST = new ContentKind("story-list", "story-lists");
    public static final ContentKind CALLOUT = new ContentKind("callout", "callouts");
    public static final ContentKind ALERT = new ContentKind("alert", "alerts");
    public static final ContentKind FRONT = new ContentKind("front", "fronts");

    /** There is one of it, read at an address of its own. */
    public static final ContentKind SITE = new ContentKind("site", "sites", "/v1/site");

    /** Has no working copies: a change of a tag is public at once. */
    public static final ContentKind TAG = new ContentKind("tag", "tags");

    /** Has no working copies either: what is said of a picture counts when something is published with it. */
    public static final ContentKind IMAGE = new ContentKind("image", "images", "/v1/media");

    /** What administrators keep. Nothing of it is content; the audit trail tells of it in the same words. */
    public static final ContentKind KEY = new ContentKind("key", "keys");

    public static final ContentKind WEBHOOK = new ContentKind("webhook", "webhooks");
    public static final ContentKind IMPORT = new ContentKind("import", "imports");
    public static final ContentKind REMOVAL = new ContentKind("removal", "removals");

    /** Several operations in one request. */
    public static final ContentKind BULK = new ContentKind("bulk", "bulk");

    /** All kinds that the program comes with. */
    public static final List<ContentKind> ALL =
            List.of(ARTICLE, LIVE_UPDATE, STORY_LIST, CALLOUT, ALERT, FRONT, SITE, TAG);

    /** All kinds that changes are told of. */
    public static final List<ContentKind> PUBLIC =
            Stream.concat(ALL.stream(), Stream.of(IMAGE)).toList();

    /** All kinds of things to which somebody can do something. */
    public static final List<ContentKind> AUDITED = Stream.concat(
                    PUBLIC.stream(), Stream.of(KEY, WEBHOOK, IMPORT, REMOVAL, BULK))
            .toList();

    public ContentKind(String name, String collection) {
        this(name, collection, "/v1/" + collection);
    }

    /** By its name; one that this program does not come with, as another node's may, is known by no more than that. */
    public static ContentKind named(String name) {
        return AUDITED.stream()
                .filter(kind -> kind.name.equals(name))
                .findFirst()
                .orElseGet(() -> new ContentKind(name, name));
    }

    /** Where things of this kind are edited. */
    public String editorialPath() {
        return "/v1/editorial/" + collection;
    }

    /** The cache group that every change of this kind touches. */
    public String cacheGroup() {
        return collection;
    }

    /** The cache group of one thing. */
    public String cacheGroup(UUID id) {
        return name + ":" + id;
    }

    /** The cache group of what a slug leads to. */
    public String addressCacheGroup(String slug) {
        return name + "-address:" + slug;
    }

    /** As in a sentence. */
    public String words() {
        return name.replace('-', ' ');
    }

    /** The table of its working copies. */
    public String table() {
        return name.replace('-', '_');
    }

    /** As a type's name, for example {@code StoryList}. */
    public String typeName() {
        StringBuilder type = new StringBuilder();
        for (String word : name.split("-", -1)) {
            type.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        return type.toString();
    }

    /** As a field's name, for example {@code storyList}. */
    public String fieldName() {
        String type = typeName();
        return type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1);
    }
}
