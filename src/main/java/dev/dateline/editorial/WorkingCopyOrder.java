package dev.dateline.editorial;

import dev.dateline.http.Cursor;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** In which order working copies are listed. */
@Schema(
        name = "WorkingCopyOrder",
        description =
                "`modified`: last changed first; `created`: newest first; `scheduled`: what goes out next first, and"
                        + " only what is scheduled; `headline`: by headline or title, in the order of Unicode, and only what has one.",
        enumeration = {"modified", "created", "scheduled", "headline"})
public enum WorkingCopyOrder {
    MODIFIED("modifiedAt", true),
    CREATED("createdAt", true),
    SCHEDULED("schedule.scheduledAt", false),
    HEADLINE("title", false);

    private final String attribute;
    private final boolean newestFirst;

    WorkingCopyOrder(String attribute, boolean newestFirst) {
        this.attribute = attribute;
        this.newestFirst = newestFirst;
    }

    /** What they are ordered by. */
    String attribute() {
        return attribute;
    }

    /** Whether those without it are left out: they have no place in the order. */
    boolean isPartial() {
        return !newestFirst;
    }

    /** Whether the greatest comes first on a page in such a direction. */
    boolean isDescending(boolean backwards) {
        return newestFirst != backwards;
    }

    Object position(Cursor cursor) {
        return this == HEADLINE ? Objects.requireNonNullElse(cursor.key(), "") : cursor.time();
    }

    Cursor cursor(WorkingCopy<?> copy) {
        return new Cursor(String.valueOf(key(copy)), copy.id(), false);
    }

    private @Nullable Object key(WorkingCopy<?> copy) {
        return switch (this) {
            case MODIFIED -> copy.modifiedAt();
            case CREATED -> copy.createdAt();
            case SCHEDULED -> copy.schedule() == null ? null : copy.schedule().scheduledAt();
            case HEADLINE -> copy.title();
        };
    }
}
