package dev.dateline.content;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where the text of a column stands. */
@Schema(name = "TableAlignment", description = "Where the text of a column stands.")
public enum TableAlignment {
    @JsonProperty("start")
    START,
    @JsonProperty("center")
    CENTER,
    @JsonProperty("end")
    END
}
