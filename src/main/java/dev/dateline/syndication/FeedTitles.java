package dev.dateline.syndication;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.tag.PublicTagRepository;
import dev.dateline.tag.TagView;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What feeds are called: after what they are of, and the newsroom. */
@Singleton
class FeedTitles {

    private final PublicTagRepository tags;

    FeedTitles(PublicTagRepository tags) {
        this.tags = tags;
    }

    /**
     * @param shown what has a name itself: a list, a front, an article
     * @param tag the one that chooses the articles
     */
    static String of(
            FormattedAddress address, JsonNode shown, Optional<TagView> tag, JsonNode site, @Nullable String language) {
        JsonNode own = site.path("names").path(language == null ? "" : language);
        String newsroom = own.isTextual() ? own.asText() : KnownSite.titleOf(site);
        String query = address.isSearch() ? address.parameter("q") : null;
        return Stream.of(
                        shown.path("headline").asText(""),
                        shown.path("title").asText(""),
                        Objects.requireNonNullElse(query, ""),
                        tag.map(one -> name(one, language)).orElse(""))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .map(name -> name + " — " + newsroom)
                .orElse(newsroom);
    }

    /** The one tag that chooses the articles of a collection. */
    Optional<TagView> tag(FormattedAddress address) {
        if (!address.isCollection()) {
            return Optional.empty();
        }
        return Stream.of("tag", "section", "contributor")
                .map(address::parameter)
                .filter(word -> word != null && word.matches("[\\p{L}\\p{N}-]+"))
                .findFirst()
                .flatMap(tags::findPublic);
    }

    private static String name(TagView tag, @Nullable String language) {
        String own = language == null ? null : tag.names().get(language);
        return own != null ? own : tag.names().values().iterator().next();
    }
}
