package dev.dateline.exchange.html;

import dev.dateline.content.Image;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a document refers to and does not hold itself.
 *
 * @param address where the document lies, for relative addresses; empty when that is not known
 * @param pictures finds a picture by its number
 * @param attached the pictures that belong to the document
 * @param footnotes their HTML, in order
 * @param patterns finds the HTML of a part that many documents share, by its number
 */
public record HtmlContext(
        String address,
        Function<String, Optional<Image>> pictures,
        List<Image> attached,
        List<String> footnotes,
        Function<String, Optional<String>> patterns) {

    /** A document that stands alone. */
    public static HtmlContext alone(String address) {
        return new HtmlContext(address, number -> Optional.empty(), List.of(), List.of(), number -> Optional.empty());
    }
}
