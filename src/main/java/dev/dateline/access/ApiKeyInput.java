package dev.dateline.access;

import dev.dateline.entitlement.Entitlement;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A key that is wanted. */
@Schema(description = "A key that is wanted.")
public record ApiKeyInput(
        @NotBlank(message = "must not be blank")
        @Size(max = 200, message = "must be at most 200 characters long")
        @Schema(required = true, description = "Whose it is, for people.", examples = "website")
        String name,

        @NotNull(message = "is required") @Schema(required = true)
        Role role,

        @Nullable
        @Schema(description = "When it stops working; never when left out.", examples = "2036-01-01T00:00:00Z")
        Instant expiresAt,

        @Nullable
        @Valid
        @Schema(description = "What its bearer may have of what is public; everything when left out. Only for readers.")
        Entitlement entitlement) {}
