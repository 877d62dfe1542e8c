package dev.dateline.editorial.revision;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What changed between two revisions: as a JSON Patch (RFC 6902) for programs, and in words for people. */
@Schema(name = "RevisionDiff", description = "What changed from one revision to another.")
public record RevisionDiff(
        @Schema(required = true, examples = "1") long from,
        @Schema(required = true, examples = "2") long to,

        @Schema(
                required = true,
                description = "A JSON Patch (RFC 6902) that makes the one content the other.",
                examples = "[{\"op\": \"replace\", \"path\": \"/headline\", \"value\": \"Bridge reopens\"}]")
        List<PatchOperation> patch,

        @Schema(required = true, description = "The same for people: field by field, block by block, word by word.")
        List<Part> parts) {

    /**
     * A field or a block that is not the same.
     *
     * @param path where it is in the later content, or in the earlier one when it was removed
     */
    @Schema(name = "ChangedPart", description = "A field or a block that is not the same.")
    public record Part(
            @Schema(required = true, description = "JSON Pointer.", examples = "/body/2")
            String path,

            @Schema(required = true, examples = "changed") Kind kind,

            @Schema(required = true, description = "Its words, in order; those that were left alone as well.")
            List<Words> words) {}

    /** What became of a part. */
    @Schema(name = "ChangedPartKind")
    public enum Kind {
        @JsonProperty("added")
        ADDED,
        @JsonProperty("removed")
        REMOVED,
        @JsonProperty("changed")
        CHANGED
    }

    /** Words next to each other that have the same fate. */
    @Schema(name = "ChangedWords", description = "Words next to each other: kept, removed or added.")
    public record Words(
            @Schema(required = true, examples = "added") Fate fate,

            @Schema(required = true, examples = "reopens for trams")
            String text) {}

    /** What became of words. */
    public enum Fate {
        @JsonProperty("kept")
        KEPT,
        @JsonProperty("removed")
        REMOVED,
        @JsonProperty("added")
        ADDED
    }

    /** To compare takes time with the square of what is different; longer parts are shown whole. */
    private static final int MOST_WORDS = 4_000;

    public static RevisionDiff of(long from, JsonNode before, long to, JsonNode after) {
        return new RevisionDiff(from, to, ContentPatch.between(before, after), parts(before, after));
    }

    private static List<Part> parts(JsonNode before, JsonNode after) {
        Set<String> fields = new TreeSet<>();
        before.fieldNames().forEachRemaining(fields::add);
        after.fieldNames().forEachRemaining(fields::add);
        List<Part> parts = new ArrayList<>();
        for (String field : fields) {
            JsonNode one = before.get(field);
            JsonNode other = after.get(field);
            if (one instanceof ArrayNode some && other instanceof ArrayNode others) {
                items("/" + field, some, others, parts);
            } else if (one == null || !one.equals(other)) {
                parts.add(part("/" + field, one, other));
            }
        }
        return parts;
    }

    /** Items that are the same are matched first; what lies between them is compared in pairs. */
    private static void items(String path, ArrayNode before, ArrayNode after, List<Part> parts) {
        List<JsonNode> some = new ArrayList<>();
        before.forEach(some::add);
        List<JsonNode> others = new ArrayList<>();
        after.forEach(others::add);
        for (AbstractDelta<JsonNode> delta : DiffUtils.diff(some, others).getDeltas()) {
            List<JsonNode> gone = delta.getSource().getLines();
            List<JsonNode> come = delta.getTarget().getLines();
            for (int i = 0; i < Math.max(gone.size(), come.size()); i++) {
                int index = i < come.size()
                        ? delta.getTarget().getPosition() + i
                        : delta.getSource().getPosition() + i;
                parts.add(part(
                        path + "/" + index,
                        i < gone.size() ? gone.get(i) : null,
                        i < come.size() ? come.get(i) : null));
            }
        }
    }

    private static Part part(String path, @Nullable JsonNode before, @Nullable JsonNode after) {
        Kind kind = before == null ? Kind.ADDED : after == null ? Kind.REMOVED : Kind.CHANGED;
        return new Part(path, kind, words(text(before), text(after)));
    }

    /** The words that readers would see of it. */
    private static String text(@Nullable JsonNode value) {
        if (value == null) {
            return "";
        }
        if (value.isValueNode()) {
            return value.asText();
        }
        List<String> texts = new ArrayList<>();
        value.properties().stream()
                .filter(field -> !field.getKey().equals("type") || value.size() == 1)
                .forEach(field -> texts.add(text(field.getValue())));
        if (value.isArray()) {
            value.forEach(item -> texts.add(text(item)));
        }
        return String.join(" ", texts);
    }

    private static List<Words> words(String before, String after) {
        List<String> some = split(before);
        List<String> others = split(after);
        List<Words> words = new ArrayList<>();
        if (some.size() + others.size() > MOST_WORDS) {
            add(words, Fate.REMOVED, some);
            add(words, Fate.ADDED, others);
            return words;
        }
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(some, others).getDeltas()) {
            add(words, Fate.KEPT, some.subList(at, delta.getSource().getPosition()));
            add(words, Fate.REMOVED, delta.getSource().getLines());
            add(
                    words,
                    Fate.ADDED,
                    delta.getType() == DeltaType.DELETE
                            ? List.of()
                            : delta.getTarget().getLines());
            at = delta.getSource().getPosition() + delta.getSource().size();
        }
        add(words, Fate.KEPT, some.subList(at, some.size()));
        return words;
    }

    private static List<String> split(String text) {
        return text.isBlank() ? List.of() : Arrays.asList(text.strip().split("\\s+"));
    }

    private static void add(List<Words> words, Fate fate, List<String> run) {
        if (!run.isEmpty()) {
            words.add(new Words(fate, String.join(" ", run)));
        }
    }
}
