package dev.dateline.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.content.ArticleContent;
import dev.dateline.content.ArticleKind;
import dev.dateline.content.Credit;
import dev.dateline.content.Image;
import dev.dateline.content.Slug;
import dev.dateline.content.WebAddress;
import dev.dateline.exchange.html.ConvertedHtml;
import dev.dateline.exchange.html.HtmlBlocks;
import dev.dateline.exchange.html.HtmlContext;
import dev.dateline.json.Json;
import dev.dateline.problem.Fault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a post or a page as an article. */
final class WordPressArticles {

    private static final int MAX_HEADLINE = 500;
    private static final int MAX_LEAD = 2000;

    private final WordPressSite site;
    private final WordPressTerms terms;
    private final WordPressLibrary library;
    private final Set<String> slugs = new HashSet<>();

    /** The first article of each group of translations. */
    private final Map<String, String> originals = new HashMap<>();

    WordPressArticles(WordPressSite site, WordPressTerms terms, WordPressLibrary library) {
        this.site = site;
        this.terms = terms;
        this.library = library;
    }

    /** @param isComplete whether it has what a published article needs */
    record Read(ArticleContent content, boolean isComplete) {}

    Read read(WordPressElement item, String source, ArticleKind kind, List<Fault> notes) {
        String language = language(item, notes);
        String headline = WordPressText.plain(item.text("title"), MAX_HEADLINE, "/headline", notes);
        ConvertedHtml body = HtmlBlocks.convert(item.text("content:encoded"), context(item));
        body.notes().stream().map(note -> Fault.at("/body", note)).forEach(notes::add);
        String group = translations(item);
        String original = group.isEmpty() ? source : originals.computeIfAbsent(group, first -> source);
        String link = item.text("link").strip();
        if (!link.isEmpty() && !link.matches(WebAddress.PATTERN)) {
            notes.add(Fault.at("/canonicalUrl", "is no address there and was left out: " + link));
        }
        ArticleContent content = new ArticleContent(
                group.isEmpty() ? null : "wordpress:" + source,
                kind,
                null,
                language,
                slug(item, language, notes),
                headline,
                null,
                null,
                WordPressText.plain(item.text("excerpt:encoded"), MAX_LEAD, "/lead", notes),
                body.blocks(),
                byline(item, notes),
                List.of(),
                tags(item, notes),
                featuredImage(item, notes),
                original.equals(source) ? null : "wordpress:" + original,
                link.matches(WebAddress.PATTERN) ? link : null,
                null,
                null,
                List.of(),
                null);
        return new Read(content, headline != null && !body.blocks().isEmpty());
    }

    private HtmlContext context(WordPressElement item) {
        String link = item.text("link").strip();
        String home = site.address().isEmpty() || site.address().endsWith("/") ? site.address() : site.address() + "/";
        return new HtmlContext(
                link.matches(WebAddress.PATTERN) ? link : home,
                library::picture,
                library.attachedTo(item.text("post_id")),
                footnotes(item),
                library::pattern);
    }

    /** WordPress keeps the texts of footnotes in a field of their own, as JSON. */
    private static List<String> footnotes(WordPressElement item) {
        List<String> footnotes = new ArrayList<>();
        for (String json : item.meta("footnotes")) {
            try {
                for (JsonNode footnote : Json.MAPPER.readTree(json)) {
                    footnotes.add(footnote.path("content").asText());
                }
            } catch (JsonProcessingException e) {
                footnotes.add(json);
            }
        }
        return footnotes;
    }

    /** The item's own language, where Polylang or WPML gives it one. */
    private String language(WordPressElement item, List<Fault> notes) {
        Optional<String> named = Stream.concat(
                        category(item, "language")
                                .map(category -> category.attributes().getOrDefault("nicename", category.text())),
                        item.meta("_wpml_import_language_code").stream())
                .filter(text -> !text.isBlank())
                .findFirst();
        Optional<String> canonical = named.flatMap(WordPressSite::canonical);
        if (named.isPresent() && canonical.isEmpty()) {
            notes.add(Fault.at("/language", "is named “" + named.get() + "” there, and " + site.language() + " here"));
        }
        return canonical.orElse(site.language());
    }

    private static String translations(WordPressElement item) {
        return Stream.concat(
                        category(item, "post_translations")
                                .map(category -> category.attributes().getOrDefault("nicename", category.text())),
                        item.meta("_wpml_import_translation_group").stream())
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }

    private static Stream<WordPressElement> category(WordPressElement item, String domain) {
        return item.all("category").stream().filter(category -> domain(category).equals(domain));
    }

    private static String domain(WordPressElement category) {
        String domain = category.attributes().getOrDefault("domain", "");
        return domain.equals("tag") ? "post_tag" : domain;
    }

    /** Pages below different parents may share a slug there, and long ones may end up the same. */
    private @Nullable String slug(WordPressElement item, String language, List<Fault> notes) {
        String name = item.text("post_name");
        if (name.isEmpty()) {
            return null;
        }
        String otherwise = "post-" + (item.text("post_id").isEmpty() ? "without-number" : item.text("post_id"));
        String wanted = WordPressSlugs.slug(name, language, otherwise);
        String slug = wanted;
        for (int i = 2; !slugs.add(language + " " + slug); i++) {
            slug = Slug.numbered(wanted, i);
        }
        String there = WordPressSlugs.decoded(name);
        if (!slug.equals(wanted)) {
            notes.add(Fault.at("/slug", "is used twice there; here it is " + slug));
        } else if (!slug.equals(there)) {
            notes.add(Fault.at("/slug", "is " + there + " there, which can be no slug here; it is " + slug));
        }
        return slug;
    }

    private List<Credit> byline(WordPressElement item, List<Fault> notes) {
        List<String> contributors = new ArrayList<>();
        category(item, "author").forEach(author -> {
            String nicename = author.attributes().getOrDefault("nicename", author.text());
            String login = nicename.replaceFirst("^cap-", "");
            terms.coAuthor(nicename, library.author(login).orElse(author.text()))
                    .ifPresentOrElse(
                            contributors::add,
                            () -> notes.add(Fault.at("/byline", "names an author without a public name: " + nicename)));
        });
        String login = item.text("dc:creator").strip();
        if (contributors.isEmpty() && !login.isEmpty()) {
            terms.authorSlug(login)
                    .ifPresentOrElse(
                            contributors::add,
                            () -> notes.add(Fault.at(
                                    "/byline",
                                    "names an author whom the export does not describe, or who has no public name: "
                                            + login)));
        }
        return contributors.stream()
                .distinct()
                .map(slug -> new Credit(slug, null, Credit.Role.AUTHOR))
                .toList();
    }

    private List<String> tags(WordPressElement item, List<Fault> notes) {
        Set<String> tags = new LinkedHashSet<>();
        for (WordPressElement category : item.all("category")) {
            String taxonomy = domain(category);
            String nicename = category.attributes()
                    .getOrDefault("nicename", category.text())
                    .strip();
            if (WordPressTaxonomy.hasTags(taxonomy) && !nicename.isEmpty()) {
                tags.add(terms.slugOf(taxonomy, nicename, category.text()));
            } else if (taxonomy.isEmpty() && isNamedOnce(item, category)) {
                tags.add(terms.slugOf("category", category.text(), category.text()));
            } else if (!taxonomy.isEmpty()
                    && !Set.of("author", "language", "post_translations").contains(taxonomy)) {
                notes.add(Fault.at(
                        "/tags",
                        "the taxonomy “" + taxonomy + "” has no place here: " + category.text() + " (" + nicename
                                + ")"));
            }
        }
        return List.copyOf(tags);
    }

    /** Old exports name each category twice, once without its taxonomy. */
    private static boolean isNamedOnce(WordPressElement item, WordPressElement category) {
        return !category.text().isBlank()
                && item.all("category").stream()
                        .noneMatch(other ->
                                !domain(other).isEmpty() && other.text().equals(category.text()));
    }

    private @Nullable Image featuredImage(WordPressElement item, List<Fault> notes) {
        List<String> ids = item.meta("_thumbnail_id");
        if (ids.isEmpty() || ids.get(0).isBlank() || ids.get(0).equals("0")) {
            return null;
        }
        Image image = library.picture(ids.get(0)).orElse(null);
        if (image == null) {
            notes.add(Fault.at("/image", "the featured image is not in the export: number " + ids.get(0)));
        }
        return image;
    }
}
