package dev.dateline.published;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** As a 410 shows it. */
@Schema(name = "Withdrawal", description = "Why something is gone, and since when.")
public record WithdrawalView(
        @Schema(required = true) WithdrawalKind kind,

        @Nullable
        @Schema(description = "The newsroom's word to the public: plain text.", examples = "Published in error.")
        String note,

        @Schema(required = true, examples = "2026-11-20T09:00:00Z")
        Instant at) {}
