package dev.dateline.callout;

import dev.dateline.content.CalloutContent;
import dev.dateline.content.LanguageTag.Languages;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A callout as it was published; what is kept of it for looking back. */
public record PublishedCalloutContent(
        UUID id,
        String title,
        @Nullable String text,
        String label,
        String url,
        String placement,
        @Nullable String language,
        @Nullable Instant from,
        @Nullable Instant until) {

    /** The content must be whole. */
    public static PublishedCalloutContent of(UUID id, CalloutContent content) {
        return new PublishedCalloutContent(
                id,
                Objects.requireNonNull(content.title()),
                content.text(),
                Objects.requireNonNull(content.label()),
                Objects.requireNonNull(content.url()),
                Objects.requireNonNull(content.placement()),
                content.language(),
                content.from(),
                content.until());
    }

    boolean isIn(@Nullable String wanted) {
        return wanted == null || language == null || Languages.isIn(wanted, language);
    }

    CalloutWindows.Window window() {
        return new CalloutWindows.Window(
                new CalloutView(id, title, text, label, url, placement, language, until), from, until);
    }
}
