package dev.dateline.callout;

import dev.dateline.content.CalloutContent;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A callout as the public sees it, while its window is open. */
@Entity
@SuppressWarnings("unused") // queries read the window
public class PublishedCallout {

    @Id
    private UUID id;

    private String title;
    private @Nullable String text;
    private String label;
    private String url;
    private String placement;
    private @Nullable String language;
    private @Nullable Instant startsAt;
    private @Nullable Instant endsAt;
    private Instant publishedAt;
    private Instant updatedAt;
    private @Nullable Instant withdrawAt;

    protected PublishedCallout() {}

    @SuppressWarnings("NullAway.Init") // edit or replace follows before anything is stored
    public PublishedCallout(UUID id) {
        this.id = id;
    }

    /** Replaces what is public by this content, which must be whole. */
    public void replace(CalloutContent content, Instant publishedAt, Instant updatedAt, @Nullable Instant withdrawAt) {
        this.withdrawAt = withdrawAt;
        this.title = Objects.requireNonNull(content.title());
        this.text = content.text();
        this.label = Objects.requireNonNull(content.label());
        this.url = Objects.requireNonNull(content.url());
        this.placement = Objects.requireNonNull(content.placement());
        this.language = content.language();
        this.startsAt = content.from();
        this.endsAt = content.until();
        this.publishedAt = publishedAt;
        this.updatedAt = updatedAt;
    }

    public Instant publishedAt() {
        return publishedAt;
    }

    CalloutWindows.Window window() {
        return new CalloutWindows.Window(
                new CalloutView(id, title, text, label, url, placement, language, endsAt), startsAt, endsAt);
    }

    @Nullable
    Instant withdrawAt() {
        return withdrawAt;
    }
}
