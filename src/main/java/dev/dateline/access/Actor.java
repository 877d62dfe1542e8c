package dev.dateline.access;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who did something.
 *
 * @param id what never changes: {@code key:} and the key's prefix, {@code token:} and the token's subject, {@code admin-key},
 *     {@code dateline}
 * @param name for people: the key's present name, or what the token last said
 */
@Schema(description = "Who did something.")
public record Actor(
        @Schema(
                required = true,
                description =
                        "Never changes: `key:` and its prefix, `token:` and its subject, `admin-key` for the key in"
                                + " the configuration, `dateline` for the program itself.",
                examples = "key:Xy12AbCd")
        String id,

        @Schema(required = true, description = "For people: the key's or token's name.", examples = "Alena Karpovich")
        String name) {

    /** The bearer of the key that stands in the configuration. */
    static final Actor ADMIN_KEY = new Actor("admin-key", "Admin key of the configuration");

    /** What the clock does, and imports from the command line. */
    static final Actor PROGRAM = new Actor("dateline", "Dateline");

    static Actor key(String prefix, String name) {
        return new Actor("key:" + prefix, name);
    }

    static Actor token(String subject, String name) {
        return new Actor("token:" + subject, name);
    }

    boolean isToken() {
        return id.startsWith("token:");
    }
}
