package dev.dateline.webhook;

import dev.dateline.changefeed.ChangeParameters;
import dev.dateline.entitlement.Entitlement;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A webhook that is wanted. What it is told of is said in the words of {@code listChanges}. */
@Schema(
        description =
                "A webhook that is wanted. `kind`, `tag`, `language`, `list`, `view` and `body` say what it is told of and how much, as the parameters of `listChanges` do.")
record WebhookInput(
        @NotBlank(message = "must not be blank")
        @Size(max = 2_000, message = "must be at most 2000 characters long")
        @Schema(
                required = true,
                format = "uri",
                description = "Where messages are posted. It must be `https` and lead to a public address.",
                examples = "https://example.org/hooks/dateline")
        String url,

        @Nullable
        @Size(max = 200, message = "must be at most 200 characters long")
        @Schema(description = "What it is for, for people.", examples = "Rebuilds the site's pages")
        String description,

        @Nullable
        @Size(max = 2_000, message = "must be at most 2000 characters long")
        @Schema(description = "Of this kind, or of any of several.", examples = "article,story-list")
        String kind,

        @Nullable
        @Size(max = 4_000, message = "must be at most 4000 characters long")
        @Schema(
                description =
                        "Of articles that carry this tag or any of several: slugs or ids. They are kept as ids, so that another slug changes nothing.")
        String tag,

        @Nullable
        @Size(max = 2_000, message = "must be at most 2000 characters long")
        @Schema(description = "Of articles in this language, or in any of several.", examples = "be,ru")
        String language,

        @Nullable
        @Size(max = 2_000, message = "must be at most 2000 characters long")
        @Schema(description = "Of this story list, by slug or id; or of any of several.")
        String list,

        @Nullable
        @Schema(
                title = "ChangeView",
                enumeration = {"none", "card", "full"},
                description =
                        "What is told of a changed article beside the change: nothing (`none`, when this is left out), its card, or all of it as it is when it is told.")
        String view,

        @Nullable
        @Schema(
                title = "BodyFormat",
                enumeration = {"blocks", "html", "markdown", "text", "none"},
                description = "The body's format; goes with `view` `full`.")
        String body,

        @Nullable
        @Schema(
                defaultValue = "hmac",
                description =
                        "How messages are signed: with a shared secret, or with a key whose public half is shown.")
        WebhookSigning signing,

        @Nullable
        @Schema(
                defaultValue = "false",
                description = "Whether it is told nothing for now. It is told later what it has missed.")
        Boolean paused,

        @Nullable
        @Valid
        @Schema(
                description =
                        "What its receiver may hear of; everything when left out. Messages are as a reader with this entitlement would get them, and removals of what it never had are not told.")
        Entitlement entitlement) {

    /** The same with ids in the place of words. */
    WebhookInput resolved(@Nullable String tags, @Nullable Entitlement entitled) {
        return new WebhookInput(url, description, kind, tags, language, list, view, body, signing, paused, entitled);
    }

    ChangeParameters changes() {
        ChangeParameters changes = new ChangeParameters();
        changes.kind = kind;
        changes.tag = tag;
        changes.language = language;
        changes.list = list;
        changes.view = view;
        changes.body = body;
        return changes;
    }

    WebhookSigning signingOrDefault() {
        return signing == null ? WebhookSigning.HMAC : signing;
    }
}
