package dev.dateline.webhook;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a webhook is told nothing. */
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
    BEHIND
}
