package dev.dateline.article;

import dev.dateline.content.ArticleLink;
import dev.dateline.content.Correction;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A correction with the article that it is about. */
@Schema(name = "PublishedCorrection", description = "A correction, and the article that it is about.")
record CorrectionView(
        @Schema(required = true, examples = "01981f2c-5a00-7000-8000-00000000000a")
        UUID id,

        @Schema(required = true) Correction.Type type,

        @Schema(required = true, examples = "An earlier version gave the wrong year.")
        String text,

        @Schema(required = true, description = "The revision of the article that brought it.", examples = "3")
        long revision,

        @Schema(required = true, examples = "2026-11-20T09:00:00Z")
        Instant at,

        @Schema(required = true) ArticleLink article) {}
