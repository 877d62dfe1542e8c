package dev.dateline.editorial.audit;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can be done to a thing. */
@Schema(description = "What was done, or tried.")
public enum AuditAction {
    @JsonProperty("create")
    CREATE,
    @JsonProperty("edit")
    EDIT,
    @JsonProperty("restore")
    RESTORE,
    @JsonProperty("delete")
    DELETE,
    /** A submission, an approval or a sending back that was refused. */
    @JsonProperty("review")
    REVIEW,
    @JsonProperty("submit")
    SUBMIT,
    @JsonProperty("approve")
    APPROVE,
    @JsonProperty("send-back")
    SEND_BACK,
    @JsonProperty("publish")
    PUBLISH,
    @JsonProperty("schedule")
    SCHEDULE,
    @JsonProperty("cancel-schedule")
    CANCEL_SCHEDULE,
    @JsonProperty("withdraw")
    WITHDRAW,
    @JsonProperty("explain-withdrawal")
    EXPLAIN_WITHDRAWAL,
    @JsonProperty("lift-legal-withdrawal")
    LIFT_LEGAL_WITHDRAWAL,
    /** An embargo was taken away, or ends sooner, before it was over. */
    @JsonProperty("lift-embargo")
    LIFT_EMBARGO,
    @JsonProperty("break-embargo")
    BREAK_EMBARGO,
    @JsonProperty("remind")
    REMIND,
    @JsonProperty("acknowledge")
    ACKNOWLEDGE,
    @JsonProperty("merge")
    MERGE,
    @JsonProperty("undo-merge")
    UNDO_MERGE,
    @JsonProperty("split")
    SPLIT,
    @JsonProperty("preview")
    PREVIEW,
    @JsonProperty("revoke-preview")
    REVOKE_PREVIEW
}
