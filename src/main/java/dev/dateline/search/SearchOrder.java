package dev.dateline.search;

import dev.dateline.http.Cursor;
import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** In which order what was found comes. */
enum SearchOrder {
    /** The best first; of equals, the newest. */
    RELEVANCE {
        @Override
        List<SortField> fields() {
            List<SortField> fields = new ArrayList<>(NEWEST.fields());
            fields.add(0, SortField.FIELD_SCORE);
            return fields;
        }

        @Override
        Object[] values(String key, BytesRef id) {
            String[] parts = key.split(":", 2);
            return new Object[] {Float.valueOf(parts[0]), Long.valueOf(parts[1]), id};
        }
    },
    NEWEST {
        @Override
        List<SortField> fields() {
            return List.of(SearchDocument.NEWEST.getSort());
        }

        @Override
        Object[] values(String key, BytesRef id) {
            return new Object[] {Long.valueOf(key), id};
        }
    };

    abstract List<SortField> fields();

    Sort sort(boolean isBackwards) {
        return new Sort(fields().stream()
                .map(field -> isBackwards ? turned(field) : field)
                .toArray(SortField[]::new));
    }

    private static SortField turned(SortField field) {
        return new SortField(
                field.getField(), field.getType(), field.getType() == SortField.Type.SCORE || !field.getReverse());
    }

    /** @throws RuntimeException when the key is none of this order */
    abstract Object[] values(String key, BytesRef id);

    /**
     * The place after which to go on, or null for the beginning.
     *
     * @throws Problem {@code invalid-cursor}
     */
    @Nullable
    FieldDoc after(@Nullable Cursor cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            BytesRef id = new BytesRef(cursor.id().toString());
            return new FieldDoc(Integer.MAX_VALUE, Float.NaN, values(String.valueOf(cursor.key()), id));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new Problem(
                    ProblemType.INVALID_CURSOR,
                    "Start without a cursor, then follow next and previous as they are given.");
        }
    }

    /** The place of what was found. */
    static Cursor position(ScoreDoc found) {
        Object[] values = ((FieldDoc) found).fields;
        BytesRef id = (BytesRef) values[values.length - 1];
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < values.length - 1; i++) {
            key.append(i == 0 ? "" : ":").append(values[i]);
        }
        return new Cursor(key.toString(), UUID.fromString(id.utf8ToString()), false);
    }
}
