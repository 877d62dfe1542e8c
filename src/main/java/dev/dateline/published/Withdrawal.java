package dev.dateline.published;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the public is told of something that is gone. */
@Entity
public class Withdrawal {

    /** Why it is gone. */
    @Schema(
            name = "WithdrawalKind",
            description = "`withdrawn`: by the newsroom; `legal`: for a legal reason; `expired`: its time was over.")
    public enum Kind {
        @JsonProperty("withdrawn")
        WITHDRAWN,
        @JsonProperty("legal")
        LEGAL,
        @JsonProperty("expired")
        EXPIRED
    }

    /** As a 410 shows it. */
    @Schema(name = "Withdrawal", description = "Why something is gone, and since when.")
    public record View(
            @Schema(required = true) Kind kind,

            @Nullable
            @Schema(description = "The newsroom's word to the public: plain text.", examples = "Published in error.")
            String note,

            @Schema(required = true, examples = "2026-11-20T09:00:00Z")
            Instant at) {}

    @Id
    private UUID targetId;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private @Nullable String note;
    private Instant at;

    protected Withdrawal() {}

    public Withdrawal(UUID targetId, Kind kind, @Nullable String note, Instant at) {
        this.targetId = targetId;
        this.kind = kind;
        this.note = note;
        this.at = at;
    }

    View view() {
        return new View(kind, note, at);
    }
}
