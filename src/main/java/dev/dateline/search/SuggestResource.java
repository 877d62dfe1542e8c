package dev.dateline.search;

import dev.dateline.access.ForReaders;
import dev.dateline.cache.Answer;
import dev.dateline.http.Parameters;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Completing what somebody types. */
@Path("/v1/suggest")
@Produces(MediaType.APPLICATION_JSON)
@ForReaders
@Tag(name = "Search")
public class SuggestResource {

    private final SearchIndexer indexer;

    SuggestResource(SearchIndexer indexer) {
        this.indexer = indexer;
    }

    @GET
    @Operation(
            operationId = "suggest",
            summary = "Complete a search",
            description =
                    "Headlines that have words beginning like this, the newest first, and tags whose names do, the most used first. When there are none, the wrong keyboard layout counts, and in headlines one wrong letter.")
    @APIResponseSchema(value = Suggestions.class, responseDescription = "Headlines and tags.")
    public Answer suggest(@BeanParam SuggestParameters request) throws IOException, InterruptedException {
        Parameters parameters = new Parameters();
        String text = request.text(parameters);
        Set<String> languages = request.languages(parameters);
        int limit = request.limit(parameters);
        parameters.check();
        IndexState state = indexer.caughtUp();
        try (IndexReading index = state.read()) {
            SuggestQuery query = new SuggestQuery(index, languages, limit);
            List<SearchHit> headlines = query.headlines(text);
            Answer answer = Answer.of(
                    new Suggestions(headlines.stream().map(SuggestedArticle::of).toList(), query.tags(text)));
            return state.settled(index, answer);
        }
    }
}
