package dev.dateline.editorial.image;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which pictures a list shows. Null leaves a side open.
 *
 * @param words what must be said of it, as PostgreSQL writes it
 * @param used whether something names or shows it
 */
record ImageFilter(
        @Nullable String words,
        @Nullable Boolean used,
        @Nullable Instant rightsEndBefore,
        @Nullable Set<String> uploadedBy) {}
