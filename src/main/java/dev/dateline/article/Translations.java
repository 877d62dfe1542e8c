package dev.dateline.article;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.content.ContentKind;
import dev.dateline.content.Slug;
import dev.dateline.http.Parameters;
import dev.dateline.json.Json;
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

    /** By slug, the one in the language when languages share it. */
    PublishedArticleRepository.@Nullable Single named(String language) {
        if (!Slug.isSlug(reference)) {
            return articles.byId(id(), format).orElse(null);
        }
        return articles.bySlug(reference, language, format)
                .or(() -> articles.bySlug(reference, null, format))
                .orElse(null);
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
