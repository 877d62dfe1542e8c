package dev.dateline.storylist;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a story came to its place. */
@Schema(
        description =
                "`pinned`: an editor put it at this place; `manual`: an editor put it in this order; `rule`: the list's rule found it.")
enum Origin {
    @JsonProperty("pinned")
    PINNED,
    @JsonProperty("manual")
    MANUAL,
    @JsonProperty("rule")
    RULE
}
