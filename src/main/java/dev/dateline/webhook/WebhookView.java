package dev.dateline.webhook;

import dev.dateline.changefeed.ChangeCursor;
import dev.dateline.entitlement.Entitlement;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A webhook as administrators see it. */
@Schema(name = "Webhook", description = "A webhook, and how it does. A shared secret is shown once, when it is made.")
record WebhookView(
        @Schema(required = true, examples = "01981f2c-5a00-7000-8000-000000000020")
        UUID id,

        @Schema(required = true, format = "uri", examples = "https://example.org/hooks/dateline")
        String url,

        @Nullable @Schema(examples = "Rebuilds the site's pages")
        String description,

        @Nullable @Schema(examples = "article,story-list") String kind,
        @Nullable @Schema(description = "Ids of tags.") String tag,
        @Nullable @Schema(examples = "be,ru") String language,
        @Nullable String list,

        @Nullable
        @Schema(
                title = "ChangeView",
                enumeration = {"none", "card", "full"},
                description = "What is told of a changed article beside the change.")
        String view,

        @Nullable
        @Schema(
                title = "BodyFormat",
                enumeration = {"blocks", "html", "markdown", "text", "none"},
                description = "The body's format.")
        String body,

        @Schema(required = true) WebhookSigning signing,

        @Nullable @Schema(description = "What its receiver may hear of; everything when left out.")
        Entitlement entitlement,

        @Nullable @Schema(description = "What Ed25519 signatures are checked with: `whpk_` and a key.")
        String publicKey,

        @Nullable
        @Schema(
                description =
                        "What HMAC signatures are checked with: `whsec_` and a secret. Only in the answer that made it.")
        String secret,

        @Schema(required = true, description = "Whether it is told nothing for now.")
        boolean paused,

        @Nullable
        @Schema(
                description =
                        "Why it is paused: somebody `asked` for it; the receiver is `gone` (410); it was `failing` for a day; or it is so far `behind` that the log does not keep all that it has missed: then have it start anew from `listChanges`, and it is told what changes from the end of its pause on.")
        WebhookPause pause,

        @Nullable @Schema(description = "Since when no request has succeeded; left out while they do.")
        Instant failingSince,

        @Schema(
                required = true,
                description = "How many deliveries are waiting: to be told, or tried again.",
                examples = "0")
        long waiting,

        @Schema(
                required = true,
                description = "How far in the log of changes it has come: a `since` of `listChanges`.",
                examples = "AAAA")
        String since,

        @Schema(required = true, examples = "2026-11-20T07:00:00Z")
        Instant createdAt) {

    static WebhookView of(Webhook webhook, long waiting, boolean withSecret) {
        WebhookInput input = webhook.input();
        WebhookKey key = webhook.key();
        boolean isSecret = input.signing() == WebhookSigning.HMAC;
        return new WebhookView(
                webhook.id(),
                input.url(),
                input.description(),
                input.kind(),
                input.tag(),
                input.language(),
                input.list(),
                input.view(),
                input.body(),
                key.signing(),
                input.entitlement(),
                key.publicKey(),
                withSecret && isSecret ? key.text() : null,
                webhook.pause() != null,
                webhook.pause(),
                webhook.failingSince(),
                waiting,
                ChangeCursor.encode(webhook.position()),
                webhook.createdAt());
    }
}
