package dev.dateline.article;

import dev.dateline.content.ArticleKind;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A tag that a published article carries.
 *
 * @param named by which tags the article names it: those that are merged into it; empty when it names none but itself
 * @param byline whether it is a contributor in the byline
 * @param publishedAt the article's, repeated here so that one index serves "the newest with this tag"
 * @param kind the article's, for the same reason
 */
@Embeddable
public record PublishedTag(
        UUID tagId,
        @JdbcTypeCode(SqlTypes.ARRAY) List<UUID> named,
        boolean byline,
        Instant publishedAt,
        @Enumerated(EnumType.STRING) ArticleKind kind) {

    static PublishedTag of(UUID tag, Set<UUID> named, boolean byline, Instant publishedAt, ArticleKind kind) {
        return new PublishedTag(
                tag, named.equals(Set.of(tag)) ? List.of() : List.copyOf(named), byline, publishedAt, kind);
    }
}
