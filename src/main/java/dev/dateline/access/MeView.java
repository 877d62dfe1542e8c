package dev.dateline.access;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who asks, and what they may do. */
@Schema(name = "Me", description = "Who you are here, and what you may do.")
record MeView(
        @Schema(required = true, examples = "key:Xy12AbCd") String id,

        @Schema(required = true, examples = "Alena Karpovich")
        String name,

        @Schema(required = true) Role role,

        @Schema(
                required = true,
                description = "What the role includes.",
                examples =
                        "[\"read\", \"write\", \"publish\", \"withdraw\", \"delete\", \"keep-tags\", \"read-audit\"]")
        List<String> may) {

    static MeView of(Actor actor, Role role) {
        return new MeView(actor.id(), actor.name(), role, role.rights());
    }
}
