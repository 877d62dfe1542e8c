package dev.dateline.storylist;

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

/** A story list as the public sees it: the order that was published, and nothing that was not. */
@Entity
@SuppressWarnings("unused") // queries read all of it
public class PublishedList {

    @Id
    private UUID id;

    private String slug;
    private @Nullable String language;
    private String title;
    private Instant publishedAt;
    private Instant updatedAt;
    private @Nullable Instant withdrawAt;
    private boolean hasRule;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private PublishedListContent content;

    protected PublishedList() {}

    @SuppressWarnings("NullAway.Init") // replace follows before anything is stored
    public PublishedList(UUID id) {
        this.id = id;
    }

    /** Replaces what is public. */
    public void replace(String slug, PublishedListContent arrangement, @Nullable Instant withdrawAt) {
        this.withdrawAt = withdrawAt;
        this.slug = slug;
        this.language = arrangement.language();
        this.title = arrangement.title();
        this.publishedAt = arrangement.publishedAt();
        this.updatedAt = arrangement.updatedAt();
        this.hasRule = arrangement.rule() != null;
        this.content = arrangement;
    }

    /** What a change of this list touches. */
    public Set<String> cacheGroups() {
        return Set.of(
                ContentKind.STORY_LIST.cacheGroup(),
                ContentKind.STORY_LIST.cacheGroup(id),
                ContentKind.STORY_LIST.addressCacheGroup(slug));
    }

    public UUID id() {
        return id;
    }

    public String slug() {
        return slug;
    }

    public @Nullable Instant withdrawAt() {
        return withdrawAt;
    }

    public PublishedListContent arrangement() {
        return content;
    }
}
