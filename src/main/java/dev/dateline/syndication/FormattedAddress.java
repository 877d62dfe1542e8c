package dev.dateline.syndication;

import dev.dateline.cache.CacheKey;
import dev.dateline.http.QueryString;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An address of which there are other forms than JSON, and how its JSON must be asked for to make one.
 *
 * @param path without the extension
 * @param query as the client sent it, maybe empty
 * @param extension as it stood in the address; empty where {@code Accept} chose the form
 */
record FormattedAddress(String path, String query, String extension) {

    private static final Pattern COLLECTION = Pattern.compile("/v1/articles");
    private static final Pattern UPDATES = Pattern.compile("/v1/articles/[^/.]+/updates");
    private static final Pattern ARTICLE = Pattern.compile("/v1/articles/[^/.]+");

    /** Their JSON has cards only; the whole articles are looked up. */
    private static final Pattern WITH_CARDS =
            Pattern.compile("/v1/(search|story-lists/[^/.]+|fronts/[^/.]+|articles/[^/.]+/related)");

    static FormattedAddress of(String target) {
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        String query = mark < 0 ? "" : target.substring(mark + 1);
        int dot = path.lastIndexOf('.');
        return dot < path.lastIndexOf('/') || dot < 0
                ? new FormattedAddress(path, query, "")
                : new FormattedAddress(path.substring(0, dot), query, path.substring(dot + 1));
    }

    /** Whether there is anything at such an address that has other forms. */
    boolean hasForms() {
        return Stream.of(COLLECTION, UPDATES, ARTICLE, WITH_CARDS)
                .anyMatch(pattern -> pattern.matcher(path).matches());
    }

    boolean isArticle() {
        return ARTICLE.matcher(path).matches();
    }

    boolean isCollection() {
        return COLLECTION.matcher(path).matches();
    }

    boolean isUpdates() {
        return UPDATES.matcher(path).matches();
    }

    boolean isSearch() {
        return path.equals("/v1/search");
    }

    /** Cards on purpose: the form then has no texts. */
    boolean isBrief() {
        return "card".equals(parameter("view"));
    }

    /** What JSON is asked for. */
    String target(Format format) {
        String body = "body=" + format.body().name().toLowerCase(Locale.ROOT);
        String view = parameter("view");
        String asked = isCollection()
                ? view == null ? "view=full&" + body : view.equals("full") ? body : ""
                : WITH_CARDS.matcher(path).matches() ? "" : body;
        return path + withMark(Stream.of(query, asked));
    }

    private static String withMark(Stream<String> parts) {
        String query = parts.filter(part -> !part.isEmpty()).collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    /** An address of the JSON as the client is to ask for it: in the same form, and without what was added. */
    String inForm(String address, Format format) {
        FormattedAddress other = of(address);
        Stream<String> kept = Arrays.stream(other.query.split("&"))
                .filter(part -> !part.startsWith("body=") && !part.equals("view=full"));
        return other.path + "." + format.extension() + withMark(kept);
    }

    /** The address of the JSON as the client asked for it. */
    String withoutExtension() {
        return path + withMark(Stream.of(query));
    }

    /**
     * One address for all spellings of the question, in a form.
     *
     * @param leftOut names of parameters
     */
    String canonical(Format format, Set<String> leftOut) {
        Map<String, List<String>> kept = new TreeMap<>(parameters());
        kept.keySet().removeAll(leftOut);
        return QueryString.append(path + "." + format.extension(), kept, CacheKey.inOrder(kept));
    }

    /** None where they cannot be read: whoever reads the address of the JSON says so. */
    private Map<String, List<String>> parameters() {
        try {
            return new QueryStringDecoder("?" + query).parameters();
        } catch (IllegalArgumentException e) {
            return Map.of();
        }
    }

    /** The first value of a parameter, or null. */
    @Nullable
    String parameter(String name) {
        List<String> values = parameters().get(name);
        return values == null ? null : values.get(0);
    }
}
