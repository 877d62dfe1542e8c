package dev.dateline.media;

import dev.dateline.content.ContentKind;
import java.util.UUID;

/** A thing of some kind: an article, a list or the site. */
public record ContentReference(ContentKind kind, UUID id) {}
