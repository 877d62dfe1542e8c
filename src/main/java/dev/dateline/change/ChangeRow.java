package dev.dateline.change;

import dev.dateline.content.ContentKind;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** A row of the change log, as its queries read it. */
public final class ChangeRow {

    /** What {@link #read} reads, of the table {@code c}. */
    public static final String COLUMNS =
            "c.history, c.number, c.occurred_at, c.kind, c.target_id, c.event, c.reason, c.groups";

    private ChangeRow() {}

    /** @param before how many columns come before {@link #COLUMNS} */
    public static LoggedChange read(ResultSet rows, int before) throws SQLException {
        String reason = rows.getString(before + 7);
        return new LoggedChange(
                new ChangePosition(rows.getString(before + 1), rows.getLong(before + 2)),
                rows.getTimestamp(before + 3).toInstant(),
                new Change(
                        ContentKind.named(rows.getString(before + 4)),
                        rows.getObject(before + 5, UUID.class),
                        named(Change.Event.values(), rows.getString(before + 6)).orElse(Change.Event.UPDATED),
                        reason == null
                                ? null
                                : named(Change.Reason.values(), reason).orElse(null),
                        groups(rows.getArray(before + 8))));
    }

    /** While nodes are replaced one by one, a newer one may note what this one has no name for: it hears of the change all the same. */
    private static <E extends Enum<E>> Optional<E> named(E[] all, String name) {
        return Stream.of(all).filter(one -> one.name().equals(name)).findFirst();
    }

    private static Set<String> groups(Array groups) throws SQLException {
        return new LinkedHashSet<>(List.of((String[]) groups.getArray()));
    }
}
