package dev.dateline.editorial;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether the public sees a thing. */
@Schema(description = "`draft`: never published; `published`: public; `withdrawn`: was public and is gone.")
public enum State {
    @JsonProperty("draft")
    DRAFT,
    @JsonProperty("published")
    PUBLISHED,
    @JsonProperty("withdrawn")
    WITHDRAWN
}
