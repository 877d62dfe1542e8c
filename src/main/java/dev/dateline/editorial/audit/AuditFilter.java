package dev.dateline.editorial.audit;

import dev.dateline.access.Actors;
import dev.dateline.content.ContentKind;
import dev.dateline.http.PageRequest;
import dev.dateline.http.Parameters;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which entries of the audit trail are wanted; null leaves a side open. */
record AuditFilter(
        @Nullable Set<String> actors,
        @Nullable AuditAction action,
        @Nullable String kind,
        @Nullable UUID target,
        @Nullable Boolean refused,
        @Nullable Instant from,
        @Nullable Instant until) {

    String fingerprint() {
        return "audit " + actors + " " + action + " " + kind + " " + target + " " + refused + " " + from + " " + until;
    }

    private static final List<String> KINDS =
            ContentKind.AUDITED.stream().map(ContentKind::name).toList();

    /** The query parameters of the audit trail. */
    public static final class Query extends PageRequest {

        @QueryParam("actor")
        @Parameter(description = "Only what somebody did: an id or a name.", example = "admin-key")
        @Nullable
        public String actor;

        @QueryParam("action")
        @Parameter(
                schema = @Schema(implementation = AuditAction.class),
                description = "Only this.",
                example = "publish")
        @Nullable
        public String action;

        @QueryParam("kind")
        @Parameter(
                schema = @Schema(ref = "#/components/schemas/Kind"),
                description = "Only what was done to things of this kind.",
                example = "article")
        @Nullable
        public String kind;

        @QueryParam("target")
        @Parameter(
                schema = @Schema(type = SchemaType.STRING, format = "uuid"),
                description = "Only what was done to this thing.")
        @Nullable
        public String target;

        @QueryParam("refused")
        @Parameter(
                schema = @Schema(type = SchemaType.BOOLEAN),
                description = "`true`: only what was refused; `false`: only what was done.")
        @Nullable
        public String refused;

        @QueryParam("from")
        @Parameter(description = "From this time or date on.", example = "2026-01-01")
        @Nullable
        public String from;

        @QueryParam("until")
        @Parameter(description = "Before this time or date.", example = "2036-01-01T00:00:00Z")
        @Nullable
        public String until;

        AuditFilter filter(Parameters parameters, Actors actors) {
            return new AuditFilter(
                    actors.named(parameters, "actor", actor),
                    action == null ? null : parameters.choice("action", action, AuditAction.class, AuditAction.EDIT),
                    parameters.choice("kind", kind, KINDS),
                    parameters.read("target", target, "a UUID", Parameters::uuid),
                    parameters.truth("refused", refused),
                    parameters.instant("from", from),
                    parameters.instant("until", until));
        }
    }
}
