package dev.dateline.search;

import dev.dateline.content.LanguageTag.Languages;
import dev.dateline.http.PageSize;
import dev.dateline.http.Parameters;
import jakarta.ws.rs.QueryParam;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters of what may be completed. */
public final class SuggestParameters extends PageSize {

    private static final int LONGEST = 200;

    @QueryParam("q")
    @Parameter(
            required = true,
            schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = LONGEST),
            description = "What has been typed until now: the last word may be only begun.",
            example = "мос")
    @Nullable
    public String q;

    @QueryParam("language")
    @Parameter(
            description =
                    "Headlines in this language (BCP 47), or any of several: `be,ru`. `be` finds `be-tarask` too.",
            example = "be")
    @Nullable
    public String language;

    String text(Parameters parameters) {
        if (q == null) {
            parameters.refuse("q", "is required: what has been typed until now");
        }
        String text = parameters.text("q", q, LONGEST);
        return text == null ? "" : text;
    }

    Set<String> languages(Parameters parameters) {
        return parameters.severalOrNone("language", language, Languages.SEVERAL, Languages::canonical);
    }
}
