package dev.dateline.tag;

import dev.dateline.json.JsonText;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where tags are to be filled into a piece of stored JSON. A page holds a hundred such pieces, so they are looked through as one
 * character a byte, which Java does many at a time.
 */
final class TagPlaces {

    private static final String BEGIN = "{\"" + TagPlaceholder.FIELD + "\":\"";
    private static final String END = "\"}";

    /** A placeholder, and where it stands. */
    private record Place(int from, int to, String placeholder) {}

    private final byte[] stored;
    private final List<Place> places = new ArrayList<>();

    private TagPlaces(byte[] stored) {
        this.stored = stored;
    }

    static TagPlaces of(JsonText json) {
        TagPlaces found = new TagPlaces(json.bytes());
        String text = new String(found.stored, StandardCharsets.ISO_8859_1);
        for (int from = text.indexOf(BEGIN); from >= 0; from = text.indexOf(BEGIN, from)) {
            int end = text.indexOf(END, from);
            found.places.add(new Place(from, end + END.length(), text.substring(from + BEGIN.length(), end)));
            from = end;
        }
        return found;
    }

    /** Adds those of its placeholders that are not known. */
    void addUnknown(Set<String> unknown, Map<String, ?> known) {
        for (Place place : places) {
            if (!known.containsKey(place.placeholder())) {
                unknown.add(place.placeholder());
            }
        }
    }

    /** Two tags of an array that are one by now are shown once; one that is gone is left out. */
    FilledJson filled(Map<String, Optional<TagPiece>> pieces) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(stored.length * 2);
        @Nullable Instant changedAt = null;
        int written = 0;
        for (int first = 0; first < places.size(); ) {
            int next = endOfRun(first);
            List<TagPiece> shown = shown(places.subList(first, next), pieces);
            int before = places.get(first).from();
            int after = places.get(next - 1).to();
            if (shown.isEmpty() && stored[after] == ',') {
                after++;
            } else if (shown.isEmpty() && before > written && stored[before - 1] == ',') {
                before--;
            }
            out.write(stored, written, before - written);
            changedAt = write(shown, out, changedAt);
            written = after;
            first = next;
        }
        out.write(stored, written, stored.length - written);
        return new FilledJson(JsonText.ofBytes(out.toByteArray()), Optional.ofNullable(changedAt));
    }

    /** Where those end that follow each other in an array. */
    private int endOfRun(int first) {
        int next = first + 1;
        while (next < places.size()
                && places.get(next).from() == places.get(next - 1).to() + 1
                && stored[places.get(next).from() - 1] == ',') {
            next++;
        }
        return next;
    }

    private static List<TagPiece> shown(List<Place> run, Map<String, Optional<TagPiece>> pieces) {
        List<TagPiece> shown = new ArrayList<>(run.size());
        for (Place place : run) {
            TagPiece piece =
                    pieces.getOrDefault(place.placeholder(), Optional.empty()).orElse(null);
            if (piece != null && !shown.contains(piece)) {
                shown.add(piece);
            }
        }
        return shown;
    }

    private static @Nullable Instant write(
            List<TagPiece> shown, ByteArrayOutputStream out, @Nullable Instant changedAt) {
        Instant newest = changedAt;
        for (int i = 0; i < shown.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            TagPiece piece = shown.get(i);
            out.writeBytes(piece.json().bytes());
            newest = newest == null || piece.changedAt().isAfter(newest) ? piece.changedAt() : newest;
        }
        return newest;
    }
}
