package dev.dateline.article;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;

/**
 * A tag that a published article carries.
 *
 * @param byline whether it is a contributor in the byline
 * @param publishedAt the article's, repeated here so that one index serves "the newest with this tag"
 */
@Embeddable
public record PublishedTag(UUID tagId, boolean byline, Instant publishedAt) {}
