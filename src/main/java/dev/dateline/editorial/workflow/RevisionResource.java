package dev.dateline.editorial.workflow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.access.Audited;
import dev.dateline.access.Role;
import dev.dateline.editorial.EditorialAnswer;
import dev.dateline.editorial.RevisionNote;
import dev.dateline.editorial.WorkingCopyService;
import dev.dateline.editorial.WorkingCopyServices;
import dev.dateline.editorial.WorkingCopyStatus;
import dev.dateline.editorial.revision.RevisionDiff;
import dev.dateline.editorial.revision.RevisionView;
import dev.dateline.http.PageSize;
import dev.dateline.http.Parameters;
import dev.dateline.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What things were before, what changed, and the way back. */
@Path(EditorialAnswer.ROOT)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.CONTRIBUTOR_NAME)
@Tag(name = "Revisions")
@Audited
public class RevisionResource {

    private static final String ONE = "{collection}/{id}/revisions";

    private final WorkingCopyServices services;

    RevisionResource(WorkingCopyServices services) {
        this.services = services;
    }

    /** The shape of the collection, for the contract. */
    @Schema(name = "RevisionPage", description = "Revisions, newest first.")
    record RevisionPage(
            @Schema(required = true) List<RevisionView> items,

            @Nullable
            @Schema(
                    format = "uri-reference",
                    examples = "/v1/editorial/articles/01981f2c-5a00-7000-8000-000000000003/revisions?before=21")
            String next) {}

    /** A revision whole, for the contract. */
    @Schema(
            name = "Revision",
            description = "A revision with its content, which has the form that its kind is written in.",
            allOf = RevisionView.class)
    record WholeRevision(
            @Schema(required = true, type = SchemaType.OBJECT)
            Object content) {}

    @GET
    @Path(ONE)
    @Operation(
            operationId = "listRevisions",
            summary = "List revisions",
            description = "Every save that changed something, the current one first. Follow `next`.")
    @APIResponseSchema(value = RevisionPage.class, responseDescription = "Revisions, newest first.")
    public Response list(
            @PathParam("collection") String collection,
            @PathParam("id") String id,
            @QueryParam("before")
                    @Parameter(
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1"),
                            description = "Only those before this number.",
                            example = "100")
                    @Nullable
                    String before,
            @BeanParam PageSize size) {
        Parameters parameters = new Parameters();
        Long number = number(parameters, "before", before);
        int count = size.limit(parameters);
        parameters.check();
        UUID target = Parameters.pathId(id);
        WorkingCopyService<?, ?> service = services.of(collection);
        List<RevisionView> found = service.revisions(target, number, count);
        long last = found.isEmpty() ? 1 : found.get(found.size() - 1).number();
        String next = last <= 1
                ? null
                : "%s/%s/revisions?before=%d%s"
                        .formatted(service.kind().editorialPath(), target, last, size.andLimit());
        return EditorialAnswer.plain(new RevisionPage(found, next));
    }

    @GET
    @Path(ONE + "/{number}")
    @Operation(
            operationId = "getRevision",
            summary = "Get a revision",
            description =
                    "What was saved then. Tags, contributors and pictures of an article that have been deleted since are left out.")
    @APIResponseSchema(value = WholeRevision.class, responseDescription = "The revision.")
    public Response get(
            @PathParam("collection") String collection,
            @PathParam("id") String id,
            @PathParam("number")
                    @Parameter(
                            description = "The revision's number.",
                            schema = @Schema(type = SchemaType.INTEGER),
                            example = "1")
                    String number) {
        return EditorialAnswer.plain(services.of(collection).revision(Parameters.pathId(id), pathNumber(number)));
    }

    @GET
    @Path(ONE + "/diff")
    @Operation(
            operationId = "diffRevisions",
            summary = "Compare two revisions",
            description =
                    "As a JSON Patch for programs, and for people field by field, block by block and word by word.")
    @APIResponseSchema(value = RevisionDiff.class, responseDescription = "What changed.")
    public Response diff(
            @PathParam("collection") String collection,
            @PathParam("id") String id,
            @QueryParam("from")
                    @Parameter(
                            required = true,
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1"),
                            description = "A revision's number.",
                            example = "1")
                    @Nullable
                    String from,
            @QueryParam("to")
                    @Parameter(
                            required = true,
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1"),
                            description = "Another one's.",
                            example = "1")
                    @Nullable
                    String to) {
        Parameters parameters = new Parameters();
        Long one = number(parameters, "from", required(parameters, "from", from));
        Long other = number(parameters, "to", required(parameters, "to", to));
        parameters.check();
        UUID target = Parameters.pathId(id);
        return EditorialAnswer.plain(RevisionDiff.of(
                Objects.requireNonNull(one),
                content(collection, target, one),
                Objects.requireNonNull(other),
                content(collection, target, other)));
    }

    @POST
    @Path(ONE + "/{number}/restoration")
    @Operation(
            operationId = "restoreRevision",
            summary = "Restore a revision",
            description =
                    "Makes its content the current one again, as a new revision. Articles, pictures and entries that have been deleted since are left out. The public sees nothing of it.")
    @APIResponseSchema(
            value = WorkingCopyStatus.class,
            responseCode = "200",
            responseDescription = "The working copy; here its status, beside its content.")
    public Response restore(
            @PathParam("collection") String collection,
            @PathParam("id") String id,
            @PathParam("number")
                    @Parameter(
                            description = "The revision's number.",
                            schema = @Schema(type = SchemaType.INTEGER),
                            example = "1")
                    String number,
            @QueryParam("note")
                    @Parameter(description = RevisionNote.DESCRIPTION, example = "The names were right before")
                    @Nullable
                    String note,
            @Nullable @HeaderParam("If-Match") String ifMatch) {
        return EditorialAnswer.ok(services.of(collection)
                .restore(Parameters.pathId(id), ifMatch, pathNumber(number), RevisionNote.read(note)));
    }

    private ObjectNode content(String collection, UUID target, long number) {
        return (ObjectNode) services.of(collection).revision(target, number).get("content");
    }

    private static @Nullable String required(Parameters parameters, String name, @Nullable String text) {
        if (text == null) {
            parameters.refuse(name, "is required: the number of a revision");
        }
        return text;
    }

    private static @Nullable Long number(Parameters parameters, String name, @Nullable String text) {
        return parameters.read(name, text, "the number of a revision", RevisionResource::parse);
    }

    private static long pathNumber(String text) {
        try {
            return parse(text);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound();
        }
    }

    private static Long parse(String text) {
        if (!text.matches("[1-9][0-9]{0,17}")) {
            throw new IllegalArgumentException(text);
        }
        return Long.valueOf(text);
    }
}
