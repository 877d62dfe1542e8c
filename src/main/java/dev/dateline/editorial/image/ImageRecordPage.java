package dev.dateline.editorial.image;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The shape of the collection, for the contract. */
@Schema(name = "ImageRecordPage", description = "A page of pictures.")
record ImageRecordPage(
        @Schema(required = true) List<ImageRecord> items,
        @Nullable @Schema(format = "uri-reference") String next,
        @Nullable @Schema(format = "uri-reference") String previous) {}
