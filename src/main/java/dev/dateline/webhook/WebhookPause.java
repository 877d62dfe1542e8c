package dev.dateline.webhook;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.EnumSet;
import java.util.Set;

/** Why a webhook is not told what changes. */
enum WebhookPause {
    /** Somebody wanted it so. */
    @JsonProperty("asked")
    ASKED,
    /** The receiver said that it is there no more (410). */
    @JsonProperty("gone")
    GONE,
    /** It has failed for a long time, and never succeeded meanwhile. */
    @JsonProperty("failing")
    FAILING,
    /** It was paused for so long that the log does not keep all that it has missed. */
    @JsonProperty("behind")
    BEHIND;

    /** Those that nobody asked for: removals are told all the same. */
    static final Set<WebhookPause> AUTOMATIC = EnumSet.of(FAILING, BEHIND);
}
