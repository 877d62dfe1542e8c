package dev.dateline.editorial.tag;

import dev.dateline.tag.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the program knows about a tag; read-only. */
@Schema(description = "What Dateline keeps about a tag. Read-only: a write may repeat these fields, not change them.")
record TagStatus(
        @Schema(required = true, readOnly = true, examples = "01981f2c-5a00-7000-8000-000000000002")
        UUID id,

        @Schema(
                required = true,
                readOnly = true,
                description = "Raised by every change; in quotes, it is the ETag.",
                examples = "1")
        long version,

        @Schema(required = true, readOnly = true, examples = "2026-11-20T07:00:00Z")
        Instant createdAt,

        @Schema(required = true, readOnly = true, examples = "2026-11-20T08:10:00Z")
        Instant modifiedAt,

        @Nullable
        @Schema(
                readOnly = true,
                description =
                        "That it was merged into another tag. It cannot be edited until that is undone. Absent otherwise.")
        TagMergeView merge) {

    static final List<String> FIELDS = List.of("id", "version", "createdAt", "modifiedAt", "merge");

    static TagStatus of(Tag tag, @Nullable TagMergeView merge) {
        return new TagStatus(tag.id(), tag.version(), tag.createdAt(), tag.modifiedAt(), merge);
    }
}
