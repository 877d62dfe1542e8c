package dev.dateline.editorial.publishing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What becomes public.
 *
 * @param first whether it never was before
 * @param publishedAt what readers are told of the first publication, which may have been elsewhere
 * @param withdrawAt when it is to end, or null
 * @param now when it really happens
 */
public record Edition<C>(
        C content,
        long revision,
        boolean first,
        Instant publishedAt,
        Instant updatedAt,
        @Nullable Instant withdrawAt,
        Instant now) {}
