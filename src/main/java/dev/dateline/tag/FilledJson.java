package dev.dateline.tag;

import dev.dateline.json.JsonText;
import java.time.Instant;
import java.util.Optional;

/** JSON with its tags, and when the last of them got the looks that it has; empty without tags. */
public record FilledJson(JsonText json, Optional<Instant> changedAt) {}
