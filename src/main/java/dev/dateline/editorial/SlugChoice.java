package dev.dateline.editorial;

import dev.dateline.content.Slug;
import dev.dateline.http.Problem;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Decides the slug of a thing: the one asked for, the one it has, or a new one out of its title. */
public final class SlugChoice {

    private static final int MAX_ATTEMPTS = 50;

    private SlugChoice() {}

    /**
     * @param asked what the content says, or null
     * @param present what it has already, or null
     * @param kept whether it was ever published, so that its address stays
     * @param title what a new one is made of, or null when it is too early for one
     * @param taken whether somebody else has a slug
     * @return null only when there is nothing to make one of
     * @throws Problem {@code conflict} when the slug that was asked for is taken
     */
    public static @Nullable String choose(
            @Nullable String asked,
            @Nullable String present,
            boolean kept,
            @Nullable String title,
            @Nullable String language,
            UUID id,
            Predicate<String> taken) {
        if (asked != null) {
            if (!asked.equals(present) && taken.test(asked)) {
                throw Problem.conflict("/slug", "This slug leads to something else. Choose another, or leave it out.");
            }
            return asked;
        }
        if (present != null && kept) {
            return present;
        }
        if (title == null || title.isBlank()) {
            return null;
        }
        return unused(Slug.of(title, language == null ? "und" : language), id, taken);
    }

    private static String unused(String wanted, UUID id, Predicate<String> taken) {
        if (!wanted.isEmpty() && Slug.isSlug(wanted) && !taken.test(wanted)) {
            return wanted;
        }
        String stem = wanted.isEmpty() ? "untitled" : wanted;
        for (int number = 2; number < MAX_ATTEMPTS; number++) {
            String numbered = stem + "-" + number;
            if (!taken.test(numbered)) {
                return numbered;
            }
        }
        return stem + "-" + id.toString().substring(24);
    }
}
