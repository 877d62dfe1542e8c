package dev.dateline.editorial;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.access.Caller;
import dev.dateline.change.Change;
import dev.dateline.editorial.audit.AuditAction;
import dev.dateline.editorial.audit.AuditLog;
import dev.dateline.editorial.revision.RevisionArchive;
import dev.dateline.json.InputReader;
import jakarta.inject.Singleton;

/** What the writing of every kind of thing needs: to read input, to know the author, to keep revisions and the trail. */
@Singleton
public class WorkingCopySupport {

    private final InputReader inputs;
    private final Caller caller;
    private final RevisionArchive archive;
    private final AuditLog audit;

    WorkingCopySupport(InputReader inputs, Caller caller, RevisionArchive archive, AuditLog audit) {
        this.inputs = inputs;
        this.caller = caller;
        this.archive = archive;
        this.audit = audit;
    }

    <T> T read(JsonNode json, Class<T> type) {
        return inputs.read(json, type);
    }

    String author() {
        return caller.name();
    }

    RevisionArchive archive() {
        return archive;
    }

    void audit(AuditAction action, Change.Kind kind, WorkingCopy<?> copy) {
        audit.done(action, kind, copy.id(), copy.revision());
    }
}
