package dev.dateline.editorial.image;

import dev.dateline.content.ImageContent;
import dev.dateline.content.ImageContentBuilder;
import dev.dateline.json.CanonicalText;
import dev.dateline.media.ImageFile;
import dev.dateline.picture.PictureType;
import dev.dateline.time.DatabaseClock;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a worker made of an upload.
 *
 * @param master the file that it wrote
 * @param facts what it has found out
 */
record DecodedPicture(Path master, Properties facts) {

    private static final Instant FIRST_PHOTOGRAPH = Instant.parse("1826-01-01T00:00:00Z");
    private static final int LONGEST_CAPTION = 2_000;
    private static final int LONGEST_CREDIT = 300;
    private static final int LONGEST_RIGHTS = 1_000;

    private int number(String name) {
        return Integer.parseInt(facts.getProperty(name));
    }

    ImageFile file(String digest, long bytes, String masterDigest) {
        return new ImageFile(
                digest,
                PictureType.valueOf(facts.getProperty("type")).mediaType(),
                bytes,
                number("width"),
                number("height"),
                masterDigest,
                number("masterWidth"),
                number("masterHeight"),
                Boolean.parseBoolean(facts.getProperty("alpha")),
                facts.getProperty("placeholder"),
                facts.getProperty("dominantColour"));
    }

    /** What the file itself says: the photographer and the credit line; the copyright and the terms. */
    ImageContent content() {
        return ImageContentBuilder.builder()
                .caption(cut(said("caption"), LONGEST_CAPTION))
                .credit(cut(credit(said("creator"), said("credit")), LONGEST_CREDIT))
                .rights(cut(
                        Stream.of(said("copyright"), said("usageTerms"))
                                .filter(text -> text != null)
                                .distinct()
                                .collect(Collectors.joining(" — ")),
                        LONGEST_RIGHTS))
                .takenAt(taken())
                .build();
    }

    /** A camera whose clock was never set may say any year. */
    private @Nullable Instant taken() {
        String said = said("takenAt");
        Instant taken = said == null ? null : Instant.parse(said);
        return taken == null
                        || taken.isBefore(FIRST_PHOTOGRAPH)
                        || taken.isAfter(DatabaseClock.now().plus(1, ChronoUnit.DAYS))
                ? null
                : taken;
    }

    /** An agency's line names the photographer already, or only the agency. */
    private static @Nullable String credit(@Nullable String creator, @Nullable String line) {
        if (creator == null || line == null) {
            return creator == null ? line : creator;
        }
        return line.contains(creator) ? line : creator + " / " + line;
    }

    private @Nullable String said(String name) {
        String said = facts.getProperty("metadata." + name);
        return said == null ? null : CanonicalText.of(said);
    }

    private static @Nullable String cut(@Nullable String text, int longest) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        int end = Math.min(longest, text.length());
        return text.substring(0, end < text.length() && Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end);
    }
}
