package dev.dateline.editorial.audit;

import dev.dateline.access.Actor;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An entry of the audit trail as it is shown. */
@Schema(name = "AuditEntry", description = "Something that somebody did, or was refused.")
record AuditEntryView(
        @Schema(required = true, examples = "01981f2c-5a00-7000-8000-000000000009")
        UUID id,

        @Schema(required = true, examples = "2026-11-20T08:15:00Z")
        Instant at,

        @Schema(required = true, description = "Who did it, or tried.")
        Actor actor,

        @Schema(required = true) AuditAction action,

        @Schema(required = true, ref = "#/components/schemas/Kind")
        String kind,

        @Nullable
        @Schema(
                description = "Absent when something was to be created and was refused.",
                examples = "01981f2c-5a00-7000-8000-000000000003")
        UUID target,

        @Nullable @Schema(examples = "2") Long revision,

        @Nullable
        @Schema(description = "Why it was refused; absent when it was done.", examples = "It cannot be published yet.")
        String refusal) {}
