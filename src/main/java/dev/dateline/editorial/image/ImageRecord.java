package dev.dateline.editorial.image;

import dev.dateline.content.ImageContent;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The shape of an answer, for the contract. */
@Schema(
        name = "ImageRecord",
        description = "A picture as the newsroom works on it: status and content side by side.",
        allOf = {ImageStatus.class, ImageContent.class})
record ImageRecord() {}
