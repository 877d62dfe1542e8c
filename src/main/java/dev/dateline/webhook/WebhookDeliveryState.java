package dev.dateline.webhook;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a delivery stands. */
enum WebhookDeliveryState {
    /** To be told, now or again later. */
    @JsonProperty("waiting")
    WAITING,
    /** The receiver has taken it. */
    @JsonProperty("delivered")
    DELIVERED,
    /** All attempts have failed; it waits for somebody to say so again. */
    @JsonProperty("parked")
    PARKED,
    /** There is nothing to be told any more. */
    @JsonProperty("dropped")
    DROPPED
}
