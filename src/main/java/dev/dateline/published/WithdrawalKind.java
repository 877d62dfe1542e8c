package dev.dateline.published;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why it is gone. */
@Schema(
        name = "WithdrawalKind",
        description = "`withdrawn`: by the newsroom; `legal`: for a legal reason; `expired`: its time was over.")
public enum WithdrawalKind {
    @JsonProperty("withdrawn")
    WITHDRAWN,
    @JsonProperty("legal")
    LEGAL,
    @JsonProperty("expired")
    EXPIRED
}
