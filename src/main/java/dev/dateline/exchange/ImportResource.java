package dev.dateline.exchange;

import dev.dateline.access.Audited;
import dev.dateline.access.Role;
import dev.dateline.editorial.image.ImageFetch;
import dev.dateline.http.PageSize;
import dev.dateline.http.Parameters;
import dev.dateline.json.Json;
import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemType;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Importing files and watching it. */
@Path("/v1/editorial/imports")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.ADMIN_NAME)
@Tag(name = "Imports")
@Audited
public class ImportResource {

    private static final String PATH = "/v1/editorial/imports";

    private final ImportService imports;

    ImportResource(ImportService imports) {
        this.imports = imports;
    }

    /** The shape of the collection, for the contract. */
    @Schema(name = "ImportJobs", description = "The latest imports, newest first.")
    record ImportJobs(@Schema(required = true) List<ImportJobView> items) {}

    /** The shape of the collection, for the contract. */
    @Schema(name = "ImportProblemPage", description = "A page of problems.")
    record ImportProblemPage(
            @Schema(required = true) List<ImportProblemView> items,
            @Nullable @Schema(format = "uri-reference") String next) {}

    @POST
    @Blocking
    @Operation(
            operationId = "createImport",
            summary = "Import a file",
            description =
                    "Takes newline-delimited JSON, a WordPress export (WXR) or a vocabulary of the IPTC in JSON, of any size, and imports it in the background. Importing the same file again changes nothing.")
    @RequestBody(required = true)
    @APIResponseSchema(value = ImportJobView.class, responseCode = "202", responseDescription = "The import has begun.")
    public Response create(
            @Nullable @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) String mediaType,
            @QueryParam("publish")
                    @Parameter(
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"),
                            description =
                                    "NDJSON: `true` publishes records that say nothing of their publication. Otherwise they become drafts.")
                    @Nullable
                    String publish,
            @QueryParam("pictures")
                    @Parameter(
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"),
                            description =
                                    "`true` fetches the pictures that the records show from the web into the library, each once. Only where `dateline.media.fetch` allows it. One that cannot be had keeps its address, and the problems say why.")
                    @Nullable
                    String pictures,
            InputStream body) {
        ImportFormat format = ImportFormat.ofMediaType(mediaType == null ? "" : mediaType)
                .orElseThrow(() ->
                        new Problem(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Send " + ImportFormat.allMediaTypes() + "."));
        ImportJobView job = imports.submit(format, body, options(format, publish, pictures));
        return Response.status(202)
                .header(HttpHeaders.LOCATION, PATH + "/" + job.id())
                .entity(Json.write(job))
                .build();
    }

    private ImportOptions options(ImportFormat format, @Nullable String publish, @Nullable String pictures) {
        Parameters parameters = new Parameters();
        ImportOptions options = new ImportOptions(
                Boolean.TRUE.equals(parameters.truth("publish", publish)),
                Boolean.TRUE.equals(parameters.truth("pictures", pictures)));
        if (options.publish() && !format.leavesPublicationOpen()) {
            parameters.refuse(
                    "publish", "goes only with NDJSON: a WordPress export says what is published, and tags are not");
        }
        if (options.pictures() && !imports.fetchesPictures()) {
            parameters.refuse("pictures", ImageFetch.NOT_ALLOWED);
        }
        parameters.check();
        return options;
    }

    @GET
    @Operation(
            operationId = "listImports",
            summary = "List imports",
            description = "The latest hundred imports, newest first.")
    @APIResponseSchema(value = ImportJobs.class, responseDescription = "The imports.")
    public Response list() {
        return answer(Map.of("items", imports.latest()));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getImport", summary = "Watch an import", description = "How far the import has come.")
    @APIResponseSchema(value = ImportJobView.class, responseDescription = "The import.")
    public Response get(@PathParam("id") String id) {
        return answer(imports.view(Parameters.pathId(id)));
    }

    @GET
    @Path("{id}/problems")
    @Operation(
            operationId = "listImportProblems",
            summary = "List an import's problems",
            description =
                    "What could not be imported, what was skipped, and what could not be kept as it was. Follow `next`.")
    @APIResponseSchema(value = ImportProblemPage.class, responseDescription = "A page of problems.")
    public Response problems(
            @PathParam("id") String id,
            @QueryParam("after")
                    @Parameter(
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "0", defaultValue = "0"),
                            description = "Only problems with a greater number.")
                    @Nullable
                    String after,
            @BeanParam PageSize size) {
        Parameters parameters = new Parameters();
        Long from = parameters.read("after", after, "a whole number", Long::parseLong);
        int count = size.limit(parameters);
        parameters.check();
        UUID job = Parameters.pathId(id);
        List<ImportProblemView> found = imports.problems(job, from == null ? 0 : from, count + 1);
        List<ImportProblemView> items = found.size() > count ? found.subList(0, count) : found;
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("items", items);
        if (found.size() > count) {
            page.put(
                    "next",
                    PATH + "/" + job + "/problems?after=" + items.get(count - 1).number() + size.andLimit());
        }
        return answer(page);
    }

    private static Response answer(Object view) {
        return Response.ok(Json.write(view))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
