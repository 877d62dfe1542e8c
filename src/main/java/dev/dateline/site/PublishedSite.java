package dev.dateline.site;

import dev.dateline.content.SiteContent;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

/** The site as the public sees it. */
@Entity
public class PublishedSite {

    @Id
    private UUID id;

    private Instant publishedAt;
    private Instant updatedAt;
    private @Nullable Instant withdrawAt;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private SiteContent content;

    protected PublishedSite() {}

    @SuppressWarnings("NullAway.Init") // replace follows before anything is stored
    public PublishedSite(UUID id) {
        this.id = id;
    }

    /** Replaces what is public by this content, whose references are ids. */
    public void replace(SiteContent content, Instant publishedAt, Instant updatedAt, @Nullable Instant withdrawAt) {
        this.content = content;
        this.publishedAt = publishedAt;
        this.updatedAt = updatedAt;
        this.withdrawAt = withdrawAt;
    }

    UUID id() {
        return id;
    }

    Instant publishedAt() {
        return publishedAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    @Nullable
    Instant withdrawAt() {
        return withdrawAt;
    }

    SiteContent content() {
        return content;
    }
}
