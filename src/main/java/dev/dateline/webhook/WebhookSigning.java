package dev.dateline.webhook;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How messages are signed. */
enum WebhookSigning {
    /** With a secret that both sides know. */
    @JsonProperty("hmac")
    HMAC,
    /** With a key that only this side has; the receiver knows its public half. */
    @JsonProperty("ed25519")
    ED25519
}
