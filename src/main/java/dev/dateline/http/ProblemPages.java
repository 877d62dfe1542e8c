package dev.dateline.http;

import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemType;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The pages behind the {@code type} of every problem. */
@Path(ProblemType.PATH)
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@NonBlocking
public final class ProblemPages {

    @GET
    @Operation(hidden = true)
    public String all() {
        return page(
                "Problems",
                Arrays.stream(ProblemType.values())
                        .map(type -> "<h2><a href=\"%s\">%s</a></h2>%s".formatted(type.uri(), type.title(), body(type)))
                        .collect(Collectors.joining()));
    }

    @GET
    @Path("{type}")
    @Operation(hidden = true)
    public String one(@PathParam("type") String slug) {
        ProblemType type = ProblemType.ofSlug(slug).orElseThrow(Problem::notFound);
        return page(type.title(), body(type) + "<p><a href=\"" + ProblemType.PATH + "\">All problems</a></p>");
    }

    private static String body(ProblemType type) {
        return "<p>%s</p><p>Status <code>%d</code>, type <code>%s</code></p>"
                .formatted(type.explanation(), type.status(), type.uri());
    }

    private static String page(String title, String body) {
        return """
                <!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <title>%1$s</title><style>body{font:1rem/1.5 system-ui;max-width:42rem;margin:2rem auto;padding:0 1rem}</style>
                <h1>%1$s</h1>%2$s</html>
                """.formatted(title, body);
    }
}
