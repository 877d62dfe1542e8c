package dev.dateline.alert;

import dev.dateline.content.AlertContent;
import dev.dateline.content.ContentKind;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An alert as the public sees it, until it expires or is called back. */
@Entity
public class PublishedAlert {

    @Id
    private UUID id;

    private String headline;
    private @Nullable String text;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> audience;

    private @Nullable String language;
    private @Nullable UUID articleId;
    private Instant publishedAt;
    private Instant updatedAt;
    private Instant expiresAt;

    protected PublishedAlert() {}

    @SuppressWarnings("NullAway.Init") // replace follows before it is stored
    public PublishedAlert(UUID id) {
        this.id = id;
    }

    /** Replaces what is public by this content, which must be whole. */
    public void replace(AlertContent content, Instant publishedAt, Instant updatedAt) {
        this.headline = Objects.requireNonNull(content.headline());
        this.text = content.text();
        this.audience = List.copyOf(content.audience());
        this.language = content.language();
        this.articleId = content.leadsTo();
        this.publishedAt = publishedAt;
        this.updatedAt = updatedAt;
        this.expiresAt = Objects.requireNonNull(content.expiresAt());
    }

    /** What a change of this alert touches. */
    public Set<String> cacheGroups() {
        Set<String> groups = new HashSet<>(AlertCacheGroups.of(language));
        groups.add(ContentKind.ALERT.cacheGroup());
        return groups;
    }

    public UUID id() {
        return id;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    AlertView view() {
        return new AlertView(
                id,
                headline,
                text,
                audience,
                language,
                articleId == null ? null : ContentKind.ARTICLE.publicPath() + "/" + articleId,
                publishedAt,
                updatedAt,
                expiresAt);
    }
}
