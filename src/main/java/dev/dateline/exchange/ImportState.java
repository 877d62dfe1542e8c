package dev.dateline.exchange;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How an import stands. */
@Schema(
        name = "ImportState",
        description =
                "`queued`: others are before it; `failed`: it did not come to its end, and `failure` says why. Import the file again: what is there stays as it is.")
enum ImportState {
    @JsonProperty("queued")
    QUEUED,
    @JsonProperty("running")
    RUNNING,
    @JsonProperty("finished")
    FINISHED,
    @JsonProperty("failed")
    FAILED
}
