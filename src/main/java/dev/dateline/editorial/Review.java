package dev.dateline.editorial;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dateline.editorial.audit.AuditAction;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a review is to go next. */
@Schema(name = "Review", description = "The state that the current revision is to have.")
public record Review(
        @NotNull(message = "must be in-review, approved or draft") @Schema(required = true)
        Target state) {

    /** The states of a review. */
    @Schema(
            name = "ReviewState",
            description = "`in-review` asks for approval, `approved` gives it, `draft` sends the revision back.")
    public enum Target {
        @JsonProperty("in-review")
        IN_REVIEW(AuditAction.SUBMIT),
        @JsonProperty("approved")
        APPROVED(AuditAction.APPROVE),
        @JsonProperty("draft")
        DRAFT(AuditAction.SEND_BACK);

        private final AuditAction action;

        Target(AuditAction action) {
            this.action = action;
        }

        AuditAction action() {
            return action;
        }
    }
}
