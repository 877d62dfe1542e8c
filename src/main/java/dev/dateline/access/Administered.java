package dev.dateline.access;

import dev.dateline.content.ContentKind;
import java.util.UUID;

/** Told, in the transaction that does it, when something that administrators keep is another: a key, a webhook. */
public record Administered(ContentKind kind, UUID target, Act act) {

    /** What was done to it. */
    public enum Act {
        CREATE,
        EDIT,
        DELETE
    }
}
