package dev.dateline.article;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.content.ContentKind;
import dev.dateline.content.Slug;
import dev.dateline.http.Parameters;
import dev.dateline.json.Json;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Finds an article that is named by id or slug, and the addresses of its translations. */
final class Translations {

    private final PublishedArticleRepository articles;
    private final String reference;
    private final BodyFormat format;

    Translations(PublishedArticleRepository articles, String reference, BodyFormat format) {
        this.articles = articles;
        this.reference = reference;
        this.format = format;
    }

    /** By slug, the one in the first of the languages when languages share it. */
    PublishedArticleRepository.@Nullable Single named(List<String> languages) {
        if (!Slug.isSlug(reference)) {
            return articles.byId(id(), format).orElse(null);
        }
        return languages.stream()
                .flatMap(language -> articles.bySlug(reference, language, format).stream())
                .findFirst()
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

    /** The address of the translation, if there is one. The public view names them all, and is rendered anew when one comes or goes. */
    Stream<String> addresses(PublishedArticleRepository.Single article, String language) {
        JsonNode translations =
                Json.read(String.valueOf(article.view()), JsonNode.class).path("translations");
        return StreamSupport.stream(translations.spliterator(), false)
                .filter(translation -> translation.path("language").asText().equals(language))
                .map(translation -> "/v1/articles/" + translation.path("slug").asText());
    }

    /** What the name leads to. */
    String group() {
        return Slug.isSlug(reference)
                ? ContentKind.ARTICLE.addressCacheGroup(reference)
                : ContentKind.ARTICLE.cacheGroup(id());
    }
}
