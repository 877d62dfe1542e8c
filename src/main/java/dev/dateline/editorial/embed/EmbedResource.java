package dev.dateline.editorial.embed;

import dev.dateline.access.Audited;
import dev.dateline.access.Role;
import dev.dateline.content.EmbedBlock;
import dev.dateline.editorial.EditorialAnswer;
import dev.dateline.json.JsonBody;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Asking other sites what is to be embedded. */
@Path("/v1/editorial/embeds")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.CONTRIBUTOR_NAME)
@Tag(name = "Editing articles")
@Audited
public class EmbedResource {

    private final EmbedService embeds;

    EmbedResource(EmbedService embeds) {
        this.embeds = embeds;
    }

    @POST
    @Blocking
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "describeEmbed",
            summary = "Ask what is to be embedded",
            description =
                    "Asks the site of an address what lies there (oEmbed 1.0), and answers a block that can be put into a body: provider, title, author, words, thumbnail, size, and whether it follows those who see it. Only sites that `dateline.embeds.providers` names are asked. Nothing is stored.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = EmbedInput.class)))
    @APIResponseSchema(value = EmbedBlock.class, responseDescription = "The block.")
    public Response describe(JsonBody body) throws InterruptedException {
        return EditorialAnswer.plain(embeds.described(body));
    }
}
