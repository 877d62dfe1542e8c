package dev.dateline.access;

import dev.dateline.content.ContentKind;
import java.util.UUID;

/** Told, in the transaction that does it, when somebody did something about a key, a webhook or a removal. */
public record Administered(ContentKind kind, UUID target, Act act) {

    /** What was done to it. */
    public enum Act {
        CREATE,
        EDIT,
        DELETE,
        REMIND,
        ACKNOWLEDGE
    }
}
