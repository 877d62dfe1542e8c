package dev.dateline.editorial;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dateline.editorial.audit.AuditAction;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far the newsroom has come with the current revision. An edit makes a new revision, and that is a draft again. */
@Schema(
        name = "ReviewState",
        description =
                "How far the newsroom has come with the current revision: `in-review` asks for approval, `approved`"
                        + " gives it, `draft` is neither. An edit makes a new revision, which is a `draft` again.")
public enum ReviewState {
    @JsonProperty("in-review")
    IN_REVIEW(AuditAction.SUBMIT),
    @JsonProperty("approved")
    APPROVED(AuditAction.APPROVE),
    @JsonProperty("draft")
    DRAFT(AuditAction.SEND_BACK);

    private final AuditAction reachedBy;

    ReviewState(AuditAction reachedBy) {
        this.reachedBy = reachedBy;
    }

    /** What is noted in the trail when somebody brings a revision there. */
    AuditAction reachedBy() {
        return reachedBy;
    }

    /** As in a sentence. */
    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
