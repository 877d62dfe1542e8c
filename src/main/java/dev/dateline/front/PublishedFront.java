package dev.dateline.front;

import dev.dateline.content.ContentKind;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

/** A front as the public sees it. */
@Entity
@SuppressWarnings("unused") // queries read all of it
public class PublishedFront {

    @Id
    private UUID id;

    private String slug;
    private @Nullable String language;
    private String title;
    private Instant publishedAt;
    private Instant updatedAt;
    private @Nullable Instant withdrawAt;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private PublishedFrontContent content;

    protected PublishedFront() {}

    @SuppressWarnings("NullAway.Init") // replace follows before anything is stored
    public PublishedFront(UUID id) {
        this.id = id;
    }

    /** Replaces what is public. */
    public void replace(String slug, PublishedFrontContent plan, @Nullable Instant withdrawAt) {
        this.withdrawAt = withdrawAt;
        this.slug = slug;
        this.language = plan.language();
        this.title = plan.title();
        this.publishedAt = plan.publishedAt();
        this.updatedAt = plan.updatedAt();
        this.content = plan;
    }

    /** What a change of this front touches. */
    public Set<String> cacheGroups() {
        return Set.of(
                ContentKind.FRONT.cacheGroup(),
                ContentKind.FRONT.cacheGroup(id),
                ContentKind.FRONT.addressCacheGroup(slug));
    }

    UUID id() {
        return id;
    }

    String slug() {
        return slug;
    }

    String href() {
        return ContentKind.FRONT.publicPath() + "/" + slug;
    }

    @Nullable
    Instant withdrawAt() {
        return withdrawAt;
    }

    PublishedFrontContent plan() {
        return content;
    }
}
