package dev.dateline.article;

import dev.dateline.content.ArticleKind;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;

/**
 * A tag that a published article carries.
 *
 * @param byline whether it is a contributor in the byline
 * @param publishedAt the article's, repeated here so that one index serves "the newest with this tag"
 * @param kind the article's, for the same reason
 */
@Embeddable
public record PublishedTag(
        UUID tagId,
        boolean byline,
        Instant publishedAt,
        @Enumerated(EnumType.STRING) ArticleKind kind) {}
