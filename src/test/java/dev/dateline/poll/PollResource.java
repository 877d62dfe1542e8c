package dev.dateline.poll;

import dev.dateline.access.ForReaders;
import dev.dateline.cache.Answer;
import dev.dateline.http.Parameters;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Reading polls. Answers may be seven seconds old in caches outside. */
@Path("/v1/polls")
@Produces(MediaType.APPLICATION_JSON)
@ForReaders
public class PollResource {

    private final PublishedPollRepository polls;

    PollResource(PublishedPollRepository polls) {
        this.polls = polls;
    }

    @GET
    @Path("{id}")
    @Operation(hidden = true)
    public Answer get(@PathParam("id") String text) {
        UUID id = Parameters.pathId(text);
        return polls.question(id)
                .map(question -> Answer.of(Map.of("id", id, "question", question)))
                .orElseGet(Answer::notFound)
                .noOlderThan(Duration.ofSeconds(7))
                .dependsOn(PollService.KIND.cacheGroup(id));
    }
}
