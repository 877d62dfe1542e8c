package dev.dateline.editorial;

import dev.dateline.content.LanguageTag.Languages;
import dev.dateline.http.PageRequest;
import dev.dateline.http.Parameters;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which working copies a list shows. */
public record WorkingCopyFilter(
        @Nullable State state,
        @Nullable String language,
        @Nullable String externalId) {

    String fingerprint(String kind) {
        return kind + " " + state + " " + language + " " + externalId;
    }

    /** The query parameters of such a list. */
    public static final class Query extends PageRequest {

        @QueryParam("state")
        @Parameter(
                schema = @Schema(implementation = State.class),
                description = "Only those in this state.",
                example = "draft")
        @Nullable
        public String state;

        @QueryParam("language")
        @Parameter(description = "Only those in this language (BCP 47).", example = "en")
        @Nullable
        public String language;

        @QueryParam("externalId")
        @Parameter(description = "The one with this id in another system.")
        @Nullable
        public String externalId;

        WorkingCopyFilter filter(Parameters parameters) {
            return new WorkingCopyFilter(
                    state == null ? null : parameters.choice("state", state, State.class, State.DRAFT),
                    parameters.read("language", language, "a BCP 47 language tag", Languages::canonical),
                    parameters.read("externalId", externalId, "an id", text -> text));
        }
    }
}
