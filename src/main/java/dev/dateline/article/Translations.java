package dev.dateline.article;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.content.ContentKind;
import dev.dateline.content.LanguageTag.Languages;
import dev.dateline.content.Slug;
import dev.dateline.http.Parameters;
import dev.dateline.json.Json;
import dev.dateline.json.JsonText;
import dev.dateline.published.BodyFormat;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Finds an article that is named by id or slug, and its translations. */
final class Translations {

    private final PublishedArticleRepository articles;
    private final EntitledViews views;
    private final String reference;
    private final BodyFormat format;

    Translations(PublishedArticleRepository articles, EntitledViews views, String reference, BodyFormat format) {
        this.articles = articles;
        this.views = views;
        this.reference = reference;
        this.format = format;
    }

    /** By slug, the public one in the first of the languages when languages share it. */
    PublishedArticleRepository.@Nullable Single named(List<String> languages) {
        if (!Slug.isSlug(reference)) {
            return articles.byId(id(), format).orElse(null);
        }
        List<PublishedArticleRepository.Single> found = languages.stream()
                .flatMap(language -> articles.bySlug(reference, language, format).stream())
                .toList();
        return found.stream()
                .filter(article -> article.view() != null)
                .findFirst()
                .or(() -> found.stream().findFirst())
                .or(() -> articles.bySlug(reference, null, format))
                .orElse(null);
    }

    /** Whether it was asked for by a slug that it had before. */
    boolean isFormerSlug(PublishedArticleRepository.Single article) {
        return Slug.isSlug(reference) && !reference.equals(article.slug());
    }

    private UUID id() {
        return Parameters.pathId(reference);
    }

    /** The translation into a language, if there is one: the plain one before others in the range. */
    Stream<PublishedArticleRepository.Single> in(String range, PublishedArticleRepository.Single article) {
        return translations(article)
                .filter(translation -> Languages.isIn(range, language(translation)))
                .min(Comparator.comparing(Translations::language))
                .flatMap(translation ->
                        articles.byId(UUID.fromString(translation.path("id").asText()), format))
                .filter(translation -> translation.view() != null)
                .stream();
    }

    /** All languages in which it is there. */
    SortedSet<String> languages(PublishedArticleRepository.Single article) {
        SortedSet<String> languages =
                translations(article).map(Translations::language).collect(Collectors.toCollection(TreeSet::new));
        languages.add(String.valueOf(article.language()));
        return languages;
    }

    /** The view names all that whoever reads may have, and is rendered anew when one comes or goes. */
    private Stream<JsonNode> translations(PublishedArticleRepository.Single article) {
        JsonText shown = views.reduced(Objects.requireNonNull(article.view()));
        JsonNode view = Json.read(shown.toString(), JsonNode.class);
        return StreamSupport.stream(view.path("translations").spliterator(), false);
    }

    private static String language(JsonNode translation) {
        return translation.path("language").asText();
    }

    /** What the name leads to. */
    String group() {
        return Slug.isSlug(reference)
                ? ContentKind.ARTICLE.addressCacheGroup(reference)
                : ContentKind.ARTICLE.cacheGroup(id());
    }
}
