package dev.dateline.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.content.ArticleContent;
import dev.dateline.content.ArticleKind;
import dev.dateline.content.ContentKind;
import dev.dateline.content.Credit;
import dev.dateline.content.Image;
import dev.dateline.content.LanguageTag.Languages;
import dev.dateline.content.Slug;
import dev.dateline.content.WebAddress;
import dev.dateline.editorial.publishing.Publication;
import dev.dateline.json.Json;
import dev.dateline.problem.Fault;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** Makes articles of a WordPress site's posts and pages, and says of everything else why it stays behind. */
final class WordPressItems {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final WordPressTerms terms;
    private final Map<String, Image> attachments;
    private final Set<String> slugs = new HashSet<>();
    private String language = "en";
    private String site = "wordpress";
    private long number;

    WordPressItems(WordPressTerms terms, Map<String, Image> attachments) {
        this.terms = terms;
        this.attachments = attachments;
    }

    void language(String tag) {
        try {
            language = Languages.canonical(tag.strip().replace('_', '-'));
        } catch (IllegalArgumentException e) {
            language = "en";
        }
    }

    String language() {
        return language;
    }

    void site(String address) {
        site = address.strip();
    }

    String site() {
        return site;
    }

    /** The article and the tags that only it names, or the reason why there is none. */
    List<ImportRecord> read(WordPressXml.Element item) {
        number++;
        String source = site + " " + item.text("post_type") + " " + item.text("post_id");
        return switch (item.text("post_type")) {
            case "post" -> articleWithTags(item, source, ArticleKind.ARTICLE);
            case "page" -> articleWithTags(item, source, ArticleKind.PAGE);
            case "attachment" -> skipped(source, "an attachment is imported as an image of the articles that show it");
            case "nav_menu_item" -> skipped(source, "menus belong to the front end");
            default -> skipped(source, "there is no place for this type of item: " + item.text("post_type"));
        };
    }

    private List<ImportRecord> skipped(String source, String reason) {
        return List.of(new ImportRecord.Skipped(number, source, reason));
    }

    private List<ImportRecord> articleWithTags(WordPressXml.Element item, String source, ArticleKind kind) {
        if (item.text("status").equals("trash")) {
            return skipped(source, "it is in the trash there");
        }
        List<Fault> notes = new ArrayList<>();
        ArticleContent article = article(item, kind, notes);
        Publication publication = publication(item, article, notes);
        List<ImportRecord> records = new ArrayList<>(terms.records(language, site));
        JsonNode content = Json.tree(article);
        records.add(new ImportRecord.Content(
                number, source, ContentKind.ARTICLE, content, publication, formerSlugs(item), notes));
        return records;
    }

    private ArticleContent article(WordPressXml.Element item, ArticleKind kind, List<Fault> notes) {
        String headline = plain(item.text("title"));
        String postName = item.text("post_name");
        String excerpt = plain(item.text("excerpt"));
        HtmlBlocks.Result body = HtmlBlocks.convert(item.text("content"));
        body.notes().stream().map(note -> Fault.at("/body", note)).forEach(notes::add);
        return new ArticleContent(
                null,
                kind,
                language,
                postName.isEmpty() ? null : slug(postName, item.text("post_id"), notes),
                cut(headline, 500, "/headline", notes),
                null,
                null,
                cut(excerpt, 2000, "/lead", notes),
                body.blocks(),
                byline(item, notes),
                List.of(),
                tags(item),
                featuredImage(item, notes),
                null,
                item.text("link").matches(WebAddress.PATTERN) ? item.text("link") : null,
                null,
                null,
                List.of());
    }

    /** Pages below different parents may share a slug there, and long ones may end up the same. */
    private String slug(String postName, String id, List<Fault> notes) {
        String slug = WordPressTerms.slug(postName, "post-" + id);
        if (slugs.add(slug) || !Slug.isSlug(slug + "-" + id)) {
            return slug;
        }
        notes.add(Fault.at("/slug", "is used twice there; here the second has a number"));
        return slug + "-" + id;
    }

    private static String plain(String html) {
        return Jsoup.parseBodyFragment(html).body().text().strip();
    }

    private static @Nullable String cut(String text, int limit, String pointer, List<Fault> notes) {
        if (text.isEmpty()) {
            return null;
        }
        if (text.length() <= limit) {
            return text;
        }
        notes.add(Fault.at(pointer, "was longer than " + limit + " characters and has been cut"));
        return text.substring(0, limit - 1) + "…";
    }

    private List<Credit> byline(WordPressXml.Element item, List<Fault> notes) {
        String login = item.text("creator");
        if (login.isBlank()) {
            return List.of();
        }
        Optional<String> contributor = terms.authorSlug(login);
        if (contributor.isEmpty()) {
            notes.add(Fault.at("/byline", "names an author whom the export does not describe"));
        }
        return List.of(
                contributor.isPresent()
                        ? new Credit(contributor.get(), null, Credit.Role.AUTHOR)
                        : new Credit(null, login, Credit.Role.AUTHOR));
    }

    private List<String> tags(WordPressXml.Element item) {
        return item.all("category").stream()
                .filter(category -> Set.of("category", "post_tag", "tag")
                        .contains(category.attributes().getOrDefault("domain", "")))
                .map(category -> terms.slugOf(
                        category.attributes().getOrDefault("domain", "").replaceAll("^tag$", "post_tag"),
                        category.attributes().getOrDefault("nicename", category.text()),
                        category.text()))
                .filter(slug -> !slug.isEmpty())
                .distinct()
                .collect(Collectors.toList());
    }

    private @Nullable Image featuredImage(WordPressXml.Element item, List<Fault> notes) {
        List<String> ids = item.meta("_thumbnail_id");
        if (ids.isEmpty()) {
            return null;
        }
        Image image = attachments.get(ids.get(0));
        if (image == null) {
            notes.add(Fault.at("/image", "the featured image is not in the export"));
        }
        return image;
    }

    /** An attachment as an image; empty when it is something else. */
    static Optional<Image> image(WordPressXml.Element attachment) {
        String url = attachment.text("attachment_url").strip();
        if (!url.matches(WebAddress.PATTERN)
                || !url.toLowerCase(Locale.ROOT).matches(".*\\.(jpe?g|png|gif|webp|avif|svg)(\\?.*)?")) {
            return Optional.empty();
        }
        String alt =
                attachment.meta("_wp_attachment_image_alt").stream().findFirst().orElse("");
        String caption = plain(attachment.text("excerpt"));
        return Optional.of(new Image(
                url,
                null,
                null,
                alt.isBlank() ? null : alt.substring(0, Math.min(alt.length(), 1000)),
                caption.isEmpty() ? null : caption.substring(0, Math.min(caption.length(), 2000)),
                null,
                null,
                null));
    }

    /** Only what was public there becomes public here, and only as far as it may be. */
    private static @Nullable Publication publication(
            WordPressXml.Element item, ArticleContent article, List<Fault> notes) {
        String status = item.text("status");
        Instant date = date(item);
        if (!item.text("post_password").isEmpty()) {
            notes.add(Fault.at("", "is protected by a password there, so it is a draft here"));
            return null;
        }
        if (!status.equals("publish")) {
            notes.add(Fault.at("", "is not public there (" + status + "), so it is a draft here"));
            return null;
        }
        if (article.headline() == null || article.body().isEmpty()) {
            notes.add(Fault.at(
                    "", "has no " + (article.headline() == null ? "title" : "content") + ", so it is a draft here"));
            return null;
        }
        if (date != null && date.isAfter(Instant.now())) {
            notes.add(Fault.at("", "is dated in the future, so it is a draft here"));
            return null;
        }
        return Publication.firstAt(date);
    }

    /** In UTC when the export says it so; otherwise the feed's own date, which names its zone. */
    private static @Nullable Instant date(WordPressXml.Element item) {
        try {
            return LocalDateTime.parse(item.text("post_date_gmt"), DATE).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException zeros) {
            try {
                return DateTimeFormatter.RFC_1123_DATE_TIME.parse(item.text("pubDate"), Instant::from);
            } catch (DateTimeException none) {
                return null;
            }
        }
    }

    private static List<String> formerSlugs(WordPressXml.Element item) {
        return item.meta("_wp_old_slug").stream()
                .map(slug -> WordPressTerms.slug(slug, ""))
                .filter(slug -> !slug.isEmpty())
                .distinct()
                .toList();
    }
}
