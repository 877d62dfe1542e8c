package dev.dateline.editorial.publishing;

import dev.dateline.access.Role;
import dev.dateline.editorial.EditorialAnswer;
import dev.dateline.http.InputReader;
import dev.dateline.http.JsonBody;
import dev.dateline.http.Parameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Publishing and withdrawing, for every kind of working copy. */
@Path("/v1/editorial/{kind: articles|story-lists|callouts}/{id}/publication")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.EDITOR_NAME)
@Tag(name = "Publishing")
public class PublicationResource {

    private static final String PROFILE = "x-smallrye-profile-editorial";

    private final Map<String, Publisher<?, ?>> publishers;
    private final InputReader inputs;

    PublicationResource(
            ArticlePublisher articles, StoryListPublisher lists, CalloutPublisher callouts, InputReader inputs) {
        this.publishers = Map.of("articles", articles, "story-lists", lists, "callouts", callouts);
        this.inputs = inputs;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Extension(name = PROFILE, value = "")
    @Operation(
            operationId = "publish",
            summary = "Publish",
            description =
                    "Makes the current version public, at once and whole. Publishing what is public already changes nothing.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Publication.class)))
    @APIResponseSchema(
            value = dev.dateline.editorial.WorkingCopyStatus.class,
            responseDescription = "The working copy: its status, and its content beside it.")
    public Response publish(
            @PathParam("kind")
                    @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"articles", "story-lists", "callouts"}),
                            description = "What is to be published.",
                            example = "articles")
                    String kind,
            @PathParam("id") String id,
            @Nullable @HeaderParam("If-Match") String ifMatch,
            @Nullable JsonBody body) {
        Publication publication = body == null ? Publication.NOW : inputs.read(body.json(), Publication.class);
        return EditorialAnswer.ok(publisher(kind).publish(Parameters.pathId(id), ifMatch, publication));
    }

    @DELETE
    @Extension(name = PROFILE, value = "")
    @Operation(
            operationId = "withdraw",
            summary = "Withdraw",
            description =
                    "Takes it from the public at once. Its address answers 410 from then on, until it is published again.")
    @APIResponseSchema(
            value = dev.dateline.editorial.WorkingCopyStatus.class,
            responseCode = "200",
            responseDescription = "The working copy: its status, and its content beside it.")
    public Response withdraw(
            @PathParam("kind")
                    @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"articles", "story-lists", "callouts"}),
                            description = "What is to be withdrawn.",
                            example = "articles")
                    String kind,
            @PathParam("id") String id,
            @Nullable @HeaderParam("If-Match") String ifMatch) {
        return EditorialAnswer.ok(publisher(kind).withdraw(Parameters.pathId(id), ifMatch));
    }

    private Publisher<?, ?> publisher(String kind) {
        return java.util.Objects.requireNonNull(publishers.get(kind));
    }
}
