package dev.dateline.editorial.image;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The shape of the collection, for the contract. */
@Schema(name = "ImageUses", description = "What names a picture, at most a thousand things.")
record ImageUses(@Schema(required = true) List<ImageUse> items) {}
