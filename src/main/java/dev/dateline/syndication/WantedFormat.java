package dev.dateline.syndication;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which form a reader's {@code Accept} wants (RFC 9110 section 12.5.1). */
record WantedFormat(String range, double weight) {

    /** They mean JSON, which is what everybody gets who does not say otherwise. */
    private static final List<String> JSON = List.of("*/*", "application/*", "application/json");

    /**
     * The form that is wanted most; nothing when that is JSON, or none that there is.
     *
     * @param lines each value of the header
     */
    static Optional<Format> of(List<String> lines) {
        return Arrays.stream(String.join(",", lines).split(","))
                .map(WantedFormat::read)
                .filter(wanted -> wanted.weight > 0)
                .sorted(Comparator.comparing(WantedFormat::weight).reversed())
                .filter(wanted -> JSON.contains(wanted.range) || wanted.format().isPresent())
                .findFirst()
                .flatMap(WantedFormat::format);
    }

    private static WantedFormat read(String text) {
        String[] parts = text.split(";", -1);
        double weight = 1;
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip().toLowerCase(Locale.ROOT);
            if (parameter.startsWith("q=")) {
                weight = parameter.matches("q=[01](\\.[0-9]{0,3})?") ? Double.parseDouble(parameter.substring(2)) : 0;
            }
        }
        return new WantedFormat(parts[0].strip().toLowerCase(Locale.ROOT), weight);
    }

    private Optional<Format> format() {
        return Arrays.stream(Format.values())
                .filter(format -> format.mediaType().equals(range)
                        || (range.equals("text/*") && format.mediaType().startsWith("text/")))
                .findFirst();
    }
}
