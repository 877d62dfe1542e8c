package dev.dateline.article;

import dev.dateline.content.ArticleKind;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A {@link PublishedTag} seen from the tag, for queries that begin there; only read. */
@Entity
@Immutable
@SuppressWarnings("UnusedVariable") // by queries only
@Table(name = "published_article_tag")
class TaggedArticle {

    @Embeddable
    record Key(UUID tagId, @Column(name = "article_id") UUID articleId) {}

    @EmbeddedId
    private Key key;

    private boolean byline;

    private Instant publishedAt;

    @Enumerated(EnumType.STRING)
    private ArticleKind kind;

    TaggedArticle() {}
}
