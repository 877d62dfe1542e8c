package dev.dateline.exchange.html;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** The sizes in which a picture is offered ({@code srcset}, HTML 4.8.4.2.1), for pictures that have no other address. */
final class SourceSet {

    private static final Pattern SIZE = Pattern.compile("[0-9]{1,6}(?:\\.[0-9]{1,3})?[wx]");

    private SourceSet() {}

    private record Candidate(String address, double size) {

        static Candidate of(String text) {
            String[] parts = text.strip().split("\\s+", 2);
            boolean isSized = parts.length > 1 && SIZE.matcher(parts[1]).matches();
            return new Candidate(
                    parts[0], isSized ? Double.parseDouble(parts[1].substring(0, parts[1].length() - 1)) : 1);
        }
    }

    /** The address of the largest one. */
    static Optional<String> largest(Element element) {
        return Stream.of("srcset", "data-srcset")
                .flatMap(name -> Stream.of(element.attr(name).split(",\\s+", -1)))
                .map(Candidate::of)
                .sorted(Comparator.comparingDouble(Candidate::size).reversed())
                .map(candidate ->
                        candidate.address().startsWith("//") ? "https:" + candidate.address() : candidate.address())
                .filter(Addresses::isWeb)
                .findFirst();
    }
}
