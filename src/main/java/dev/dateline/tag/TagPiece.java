package dev.dateline.tag;

import dev.dateline.json.JsonText;
import java.time.Instant;

/** A tag as it is shown in one place, and since when. */
record TagPiece(JsonText json, Instant changedAt) {}
