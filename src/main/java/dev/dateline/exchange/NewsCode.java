package dev.dateline.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.content.LanguageTag.Languages;
import dev.dateline.content.PlainText;
import dev.dateline.problem.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * One concept of a vocabulary of the IPTC.
 *
 * @param names {@code prefLabel}, by language
 * @param descriptions {@code definition}, by language
 * @param broader addresses of the concepts right above
 * @param same addresses of the same thing elsewhere
 * @param replacedBy addresses of what is to be used instead
 * @param notes what could not be carried over
 */
record NewsCode(
        long number,
        String uri,
        Map<String, String> names,
        Map<String, String> descriptions,
        List<String> broader,
        List<String> same,
        List<String> replacedBy,
        boolean isRetired,
        List<Fault> notes) {

    private static final Set<String> READ = Set.of(
            "uri",
            "qcode",
            "type",
            "inScheme",
            "prefLabel",
            "definition",
            "broader",
            "narrower",
            "exactMatch",
            "isReplacedBy",
            "replacedBy",
            "dct:isReplacedBy",
            "retired",
            "created",
            "modified",
            "topConceptOf",
            "hasTopConcept");

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_DESCRIPTION = 10_000;
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");

    /** Null for what has no address. */
    static @Nullable NewsCode read(JsonNode concept, long number) {
        String uri = concept.path("uri").asText();
        if (!ADDRESS.matcher(uri).matches()) {
            return null;
        }
        List<Fault> notes = new ArrayList<>();
        concept.properties().stream()
                .filter(field -> !READ.contains(field.getKey()))
                .forEach(field -> notes.add(Fault.at(
                        "/" + field.getKey(),
                        "has no place here and was left out: "
                                + PlainText.cut(field.getValue().toString(), LONGEST_DESCRIPTION))));
        Map<String, String> names = texts(concept.path("prefLabel"), LONGEST_NAME, "/prefLabel", notes);
        return new NewsCode(
                number,
                uri,
                names,
                texts(concept.path("definition"), LONGEST_DESCRIPTION, "/definition", notes),
                addresses(concept.path("broader")),
                addresses(concept.path("exactMatch")),
                Stream.of("isReplacedBy", "replacedBy", "dct:isReplacedBy", "exactMatch")
                        .flatMap(field -> addresses(concept.path(field)).stream())
                        .toList(),
                concept.hasNonNull("retired"),
                notes);
    }

    private static Map<String, String> texts(JsonNode texts, int longest, String pointer, List<Fault> notes) {
        Map<String, String> read = new TreeMap<>();
        texts.properties().forEach(text -> {
            try {
                String plain = text.getValue().asText().strip();
                if (!plain.isEmpty()) {
                    read.put(Languages.canonical(text.getKey()), PlainText.cut(plain, longest));
                }
            } catch (IllegalArgumentException e) {
                notes.add(Fault.at(pointer + "/" + text.getKey(), "is in no language that is known; it is left out"));
            }
        });
        return read;
    }

    /** One or several; codes in short form are left out, because what is broader is always given in full. */
    private static List<String> addresses(JsonNode given) {
        Stream<JsonNode> all = given.isArray() ? StreamSupport.stream(given.spliterator(), false) : Stream.of(given);
        return all.map(one -> one.isObject() ? one.path("uri").asText() : one.asText())
                .filter(address -> ADDRESS.matcher(address).matches())
                .toList();
    }

    /** The last part of an address. */
    static String code(String uri) {
        return uri.substring(uri.lastIndexOf('/') + 1);
    }
}
