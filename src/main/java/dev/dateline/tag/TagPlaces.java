package dev.dateline.tag;

import dev.dateline.json.JsonText;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where tags are to be filled into a piece of stored JSON. Read byte by byte: a page holds a hundred of them. */
final class TagPlaces {

    private static final byte[] BEGIN = ("{\"" + TagPlaceholder.FIELD + "\":\"").getBytes(StandardCharsets.UTF_8);
    private static final byte[] END = "\"}".getBytes(StandardCharsets.UTF_8);

    /** Placeholders that follow each other in an array, and where they stand. */
    private record Run(int from, int to, List<String> placeholders) {

        Run and(int end, String placeholder) {
            return new Run(
                    from,
                    end,
                    Stream.concat(placeholders.stream(), Stream.of(placeholder)).toList());
        }
    }

    private final JsonText stored;
    private final List<Run> runs;

    private TagPlaces(JsonText stored, List<Run> runs) {
        this.stored = stored;
        this.runs = runs;
    }

    static TagPlaces of(JsonText stored) {
        byte[] bytes = stored.bytes();
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i + BEGIN.length < bytes.length; i++) {
            if (bytes[i] == '{' && isAt(bytes, i)) {
                int from = i + BEGIN.length;
                int to = from;
                while (bytes[to] != '"') {
                    to++;
                }
                String placeholder = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
                add(runs, i, to + END.length, placeholder, bytes);
                i = to;
            }
        }
        return new TagPlaces(stored, runs);
    }

    private static boolean isAt(byte[] bytes, int at) {
        for (int i = 1; i < BEGIN.length; i++) {
            if (bytes[at + i] != BEGIN[i]) {
                return false;
            }
        }
        return true;
    }

    private static void add(List<Run> runs, int from, int to, String placeholder, byte[] bytes) {
        Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
        if (last != null && last.to() + 1 == from && bytes[last.to()] == ',') {
            runs.set(runs.size() - 1, last.and(to, placeholder));
        } else {
            runs.add(new Run(from, to, List.of(placeholder)));
        }
    }

    Set<String> placeholders() {
        return runs.stream().flatMap(run -> run.placeholders().stream()).collect(Collectors.toSet());
    }

    /** Two tags of an array that are one by now are shown once; one that is gone is left out. */
    FilledJson filled(Map<String, Optional<TagPiece>> pieces) {
        if (runs.isEmpty()) {
            return new FilledJson(stored, Optional.empty());
        }
        byte[] bytes = stored.bytes();
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length * 2);
        List<Instant> changes = new ArrayList<>();
        int written = 0;
        for (Run run : runs) {
            Set<JsonText> shown = new LinkedHashSet<>();
            run.placeholders()
                    .forEach(placeholder -> pieces.getOrDefault(placeholder, Optional.empty())
                            .ifPresent(piece -> {
                                shown.add(piece.json());
                                changes.add(piece.changedAt());
                            }));
            int before = run.from();
            int after = run.to();
            if (shown.isEmpty() && bytes[after] == ',') {
                after++;
            } else if (shown.isEmpty() && before > written && bytes[before - 1] == ',') {
                before--;
            }
            out.write(bytes, written, before - written);
            write(shown, out);
            written = after;
        }
        out.write(bytes, written, bytes.length - written);
        return new FilledJson(
                JsonText.ofBytes(out.toByteArray()), changes.stream().max(Comparator.naturalOrder()));
    }

    private static void write(Set<JsonText> shown, ByteArrayOutputStream out) {
        boolean isFirst = true;
        for (JsonText piece : shown) {
            if (!isFirst) {
                out.write(',');
            }
            out.writeBytes(piece.bytes());
            isFirst = false;
        }
    }
}
