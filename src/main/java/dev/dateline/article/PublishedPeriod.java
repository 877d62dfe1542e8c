package dev.dateline.article;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;

/** A time during which an article was public, and which is over. */
@Entity
@SuppressWarnings("unused") // queries read it
public class PublishedPeriod {

    /** An article has one period after the other. */
    @Embeddable
    public record Key(UUID articleId, Instant since) {}

    @EmbeddedId
    private Key key;

    private Instant until;

    protected PublishedPeriod() {}

    PublishedPeriod(UUID articleId, Instant since, Instant until) {
        this.key = new Key(articleId, since);
        this.until = until;
    }
}
