package dev.dateline.content;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What kind of thing a tag names. */
@Schema(description = "What kind of thing a tag names.")
public enum TagType {
    @JsonProperty("topic")
    TOPIC,
    @JsonProperty("person")
    PERSON,
    @JsonProperty("organisation")
    ORGANISATION,
    @JsonProperty("place")
    PLACE,
    @JsonProperty("series")
    SERIES,
    @JsonProperty("section")
    SECTION,
    @JsonProperty("contributor")
    CONTRIBUTOR
}
