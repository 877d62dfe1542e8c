package dev.dateline.editorial.image;

import dev.dateline.content.ImageContent;
import dev.dateline.content.ImageContentBuilder;
import dev.dateline.media.ImageFile;
import dev.dateline.picture.PictureType;
import java.nio.file.Path;
import java.time.Instant;
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
        String taken = said("takenAt");
        return ImageContentBuilder.builder()
                .caption(cut(said("caption"), LONGEST_CAPTION))
                .credit(cut(credit(said("creator"), said("credit")), LONGEST_CREDIT))
                .rights(cut(
                        Stream.of(said("copyright"), said("usageTerms"))
                                .filter(text -> text != null)
                                .distinct()
                                .collect(Collectors.joining(" — ")),
                        LONGEST_RIGHTS))
                .takenAt(taken == null ? null : Instant.parse(taken))
                .build();
    }

    /** An agency's line names the photographer already, or only the agency. */
    private static @Nullable String credit(@Nullable String creator, @Nullable String line) {
        if (creator == null || line == null) {
            return creator == null ? line : creator;
        }
        return line.contains(creator) ? line : creator + " / " + line;
    }

    private @Nullable String said(String name) {
        return facts.getProperty("metadata." + name);
    }

    private static @Nullable String cut(@Nullable String text, int longest) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        int end = Math.min(longest, text.length());
        return text.substring(0, end < text.length() && Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end);
    }
}
