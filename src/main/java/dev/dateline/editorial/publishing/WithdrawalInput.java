package dev.dateline.editorial.publishing;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.editorial.Withdrawn;
import dev.dateline.http.Parameters;
import dev.dateline.json.InputReader;
import dev.dateline.json.Json;
import dev.dateline.published.WithdrawalKind;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why something is withdrawn, in public. */
@Schema(name = "WithdrawalInput", description = "Why it is withdrawn, in public.")
public record WithdrawalInput(
        @NotNull(message = "must be withdrawn or legal") @Schema(required = true)
        Reason kind,

        @Nullable
        @Size(max = MAX_NOTE, message = "must be at most 2000 characters long")
        @Schema(description = "What readers are told, plain text.", examples = "Withdrawn after a court order.")
        String note) {

    private static final int MAX_NOTE = 2_000;

    /** Why people withdraw; that something has expired is for the clock to say. */
    @Schema(name = "WithdrawalReason", description = "`withdrawn`: by the newsroom; `legal`: for a legal reason.")
    public enum Reason {
        @JsonProperty("withdrawn")
        WITHDRAWN(WithdrawalKind.WITHDRAWN),
        @JsonProperty("legal")
        LEGAL(WithdrawalKind.LEGAL);

        private final WithdrawalKind kind;

        Reason(WithdrawalKind kind) {
            this.kind = kind;
        }
    }

    /** The withdrawal that this becomes. */
    Withdrawn by(String who, Instant at) {
        return new Withdrawn(kind.kind, note, who, at);
    }

    /** From the body of an operation, where the reason may be left out. */
    public static WithdrawalInput read(JsonNode body, InputReader inputs) {
        JsonNode given = body.isMissingNode() ? Json.tree(Map.of()) : body.deepCopy();
        if (given instanceof ObjectNode fields && !fields.has("kind")) {
            fields.set("kind", Json.tree(Reason.WITHDRAWN));
        }
        return inputs.read(given, WithdrawalInput.class);
    }

    /** From the parameters of a request. */
    public static WithdrawalInput read(@Nullable String reason, @Nullable String note) {
        Parameters parameters = new Parameters();
        Reason why = parameters.choice("kind", reason, Reason.class, Reason.WITHDRAWN);
        String told = parameters.text("note", note, MAX_NOTE);
        parameters.check();
        return new WithdrawalInput(why, told);
    }
}
