package dev.dateline.content;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a live page goes on. */
@Schema(description = "Whether a live page goes on (`live`) or is over (`ended`).")
public enum LiveState {
    @JsonProperty("live")
    LIVE,
    @JsonProperty("ended")
    ENDED;

    /** By the word for it in JSON. */
    public static LiveState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
