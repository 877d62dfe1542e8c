package dev.dateline.syndication;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.tag.PublicTagRepository;
import dev.dateline.tag.TagView;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What feeds are called: after what they are of, and the newsroom. */
@Singleton
class FeedTitles {

    private static final String NOBODY = "Dateline";

    private final PublicTagRepository tags;

    FeedTitles(PublicTagRepository tags) {
        this.tags = tags;
    }

    String of(FormattedAddress address, JsonNode json, JsonNode site, @Nullable String language) {
        JsonNode own = site.path("names").path(language == null ? "" : language);
        String newsroom = own.isTextual() ? own.asText() : site.path("title").asText(NOBODY);
        String query = address.isSearch() ? address.parameter("q") : null;
        return Stream.of(
                        json.path("headline").asText(""),
                        json.path("title").asText(""),
                        query == null ? "" : query,
                        tag(address, language))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .map(name -> name + " — " + newsroom)
                .orElse(newsroom);
    }

    /** The name of the one tag that chooses the articles. */
    private String tag(FormattedAddress address, @Nullable String language) {
        return Stream.of("tag", "section", "contributor")
                .map(address::parameter)
                .filter(word -> word != null && word.matches("[\\p{L}\\p{N}-]+"))
                .map(tags::findPublic)
                .flatMap(Optional::stream)
                .findFirst()
                .map(tag -> name(tag, language))
                .orElse("");
    }

    private static String name(TagView tag, @Nullable String language) {
        String own = language == null ? null : tag.names().get(language);
        return own != null ? own : tag.names().values().iterator().next();
    }
}
