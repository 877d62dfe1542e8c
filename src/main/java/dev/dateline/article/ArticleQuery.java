package dev.dateline.article;

import dev.dateline.published.BodyFormat;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A whole question to the article collection. */
record ArticleQuery(
        @Nullable Set<UUID> batch, ArticleFilter filter, ArticleOrder order, View view, BodyFormat body, Count count) {

    enum View {
        CARD("card"),
        FULL("fullView");

        private final String attribute;

        View(String attribute) {
            this.attribute = attribute;
        }

        String expression() {
            return "a." + attribute;
        }
    }

    enum Count {
        NONE,
        ESTIMATED,
        EXACT
    }

    /** What binds a cursor: all that decides which articles come in which order, whatever their view. */
    String fingerprint() {
        return "articles " + filter + " " + order;
    }
}
