package dev.dateline.editorial;

import dev.dateline.content.Slug;
import dev.dateline.problem.Problem;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decides the slug of a thing: the one asked for, the one it has, or a new one out of its title. */
public final class SlugChoice {

    private static final int MAX_ATTEMPTS = 50;

    /** What is put after a slug that is taken: a number below {@link #MAX_ATTEMPTS}, or the end of the id. */
    private static final Pattern DISTINCTION = Pattern.compile("-([2-9]|[1-4][0-9]|[0-9a-f]{12})");

    private SlugChoice() {}

    /**
     * What it has already.
     *
     * @param title from which the slug may have been made
     * @param isKept whether this very slug ever was an address, or is about to be one
     */
    public record Present(
            @Nullable String slug,
            @Nullable String title,
            @Nullable String language,
            BooleanSupplier isKept) {

        public static final Present NOTHING = new Present(null, null, null, () -> false);
    }

    /**
     * A slug that was made from a title goes with it until it is public or scheduled: otherwise the address would tell of a headline
     * that nobody wanted to publish.
     *
     * @param asked what the content says, or null
     * @param title what a new one is made of, or null when it is too early for one
     * @param taken whether somebody else has a slug
     * @return null only when there is nothing to make one of
     * @throws Problem {@code conflict} when the slug that was asked for is taken
     */
    public static @Nullable String choose(
            @Nullable String asked,
            Present present,
            @Nullable String title,
            @Nullable String language,
            UUID id,
            Predicate<String> taken) {
        String wanted = title == null || title.isBlank() ? "" : made(title, language);
        boolean repeated = asked == null || asked.equals(present.slug());
        if (present.slug() != null && repeated) {
            boolean isMade = isMadeFrom(present.slug(), present);
            boolean isStill = isMade && isMadeFrom(wanted, present);
            if (isStill || (asked != null && !isMade) || present.isKept().getAsBoolean()) {
                return present.slug();
            }
        } else if (asked != null) {
            if (taken.test(asked)) {
                throw Problem.conflict("/slug", "This slug leads to something else. Choose another, or leave it out.");
            }
            return asked;
        }
        return title == null || title.isBlank() ? asked : unused(wanted, id, taken);
    }

    private static String made(String title, @Nullable String language) {
        return Slug.of(title, language == null ? "und" : language);
    }

    /** With a number perhaps, because the slug itself was taken. */
    private static boolean isMadeFrom(String slug, Present present) {
        if (present.title() == null || present.title().isBlank()) {
            return false;
        }
        String stem = made(present.title(), present.language());
        return slug.equals(stem)
                || (slug.startsWith(stem)
                        && DISTINCTION.matcher(slug.substring(stem.length())).matches());
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
