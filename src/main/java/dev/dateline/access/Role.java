package dev.dateline.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody may do. Each role includes those before it. */
@Schema(description = "What a key may do; each role includes those before it: reader, contributor, editor, admin.")
public enum Role {
    /** Reads delivery where that needs a key. */
    @JsonProperty("reader")
    READER,
    /** Writes working copies; publishes nothing. */
    @JsonProperty("contributor")
    CONTRIBUTOR,
    /** Publishes, withdraws and deletes; keeps tags. */
    @JsonProperty("editor")
    EDITOR,
    /** Keeps keys and imports. */
    @JsonProperty("admin")
    ADMIN;

    public static final String READER_NAME = "reader";
    public static final String CONTRIBUTOR_NAME = "contributor";
    public static final String EDITOR_NAME = "editor";
    public static final String ADMIN_NAME = "admin";

    /** Names the role that an operation needs, in the OpenAPI documents, where its resource's annotation does not say it. */
    public static final String REQUIRED = "x-required-role";

    public String wireName() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** What it allows beyond those before it. */
    private List<String> added() {
        return switch (this) {
            case READER -> List.of("read");
            case CONTRIBUTOR -> List.of("write", "submit", "preview");
            case EDITOR -> List.of("approve", "publish", "withdraw", "delete", "keep-tags", "read-audit");
            case ADMIN -> List.of("keep-keys", "keep-webhooks", "import", "break-embargo", "lift-legal-withdrawal");
        };
    }

    /** In words, with what is included. */
    List<String> rights() {
        return Arrays.stream(values())
                .filter(role -> role.compareTo(this) <= 0)
                .flatMap(role -> role.added().stream())
                .toList();
    }

    /** The names of this role and all that it includes. */
    Set<String> included() {
        return Arrays.stream(values())
                .filter(role -> role.compareTo(this) <= 0)
                .map(Role::wireName)
                .collect(Collectors.toSet());
    }
}
