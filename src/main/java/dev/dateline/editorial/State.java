package dev.dateline.editorial;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far the current revision of a thing has come. An edit makes a new revision, and that is a draft again. */
@Schema(
        description = "How far the current revision has come; an edit makes a new revision, which is a `draft` again,"
                + " whatever the public sees meanwhile (see `publishedRevision`).")
public enum State {
    @JsonProperty("draft")
    DRAFT,
    @JsonProperty("in-review")
    IN_REVIEW,
    @JsonProperty("approved")
    APPROVED,
    @JsonProperty("scheduled")
    SCHEDULED,
    @JsonProperty("published")
    PUBLISHED,
    @JsonProperty("withdrawn")
    WITHDRAWN;

    /** As in a sentence. */
    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
