package dev.dateline.contract;

import dev.dateline.problem.ProblemDetails;
import dev.dateline.published.Withdrawal;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.IndexView;

/** Runs when the program is built, over the delivery document and the editorial one. */
@OpenAPIDefinition(
        info = @Info(title = "Dateline", version = "1"),
        components =
                @Components(
                        schemas = {
                            @Schema(name = "Problem", implementation = ProblemDetails.class),
                            @Schema(name = "Withdrawal", implementation = Withdrawal.View.class)
                        }))
@OpenApiFilter(
        stages = OpenApiFilter.RunStage.BUILD,
        documentNames = {OpenApiFilter.DEFAULT_DOCUMENT_NAME, "editorial"})
public final class ContractFilter implements OASFilter {

    private static final String KEY = "key";

    private static final Map<String, String> TAGS = new LinkedHashMap<>();

    static {
        TAGS.put("Articles", "What is published, newest first or one by one.");
        TAGS.put("Story lists", "Named lists of stories in an editor's order.");
        TAGS.put("Tags", "Topics, people, organisations, places, series, sections and contributors.");
        TAGS.put("Fronts", "Whole pages: story lists and callouts in order, no article twice.");
        TAGS.put("Previews", "Links that show one revision before it is public.");
        TAGS.put("Callouts", "Calls to act, to be shown now.");
        TAGS.put("Entry point", "Where programs start.");
        TAGS.put("Editing articles", "Working copies of articles.");
        TAGS.put("Editing story lists", "Working copies of story lists.");
        TAGS.put("Editing callouts", "Working copies of callouts.");
        TAGS.put("Editing tags", "Tags have no drafts: a change is public at once.");
        TAGS.put("Editing fronts", "Working copies of fronts.");
        TAGS.put("Publishing", "Review, approval, publication now or at a time, withdrawal: the same for every kind.");
        TAGS.put("Revisions", "What was saved when and by whom, what changed, and the way back.");
        TAGS.put("Bulk", "Many operations in one request.");
        TAGS.put("Audit", "Who did what.");
        TAGS.put("Imports", "Bringing in what was written elsewhere.");
        TAGS.put("Keys", "API keys and their roles.");
    }

    private final RequiredRoles roles;

    /** @param index the program's classes, where the roles of operations are declared */
    public ContractFilter(IndexView index) {
        this.roles = new RequiredRoles(index);
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        boolean editorial =
                document.getPaths().getPathItems().keySet().stream().anyMatch(path -> path.startsWith("/v1/editorial"));
        describe(document, editorial);
        Set<String> used = new TreeSet<>();
        document.getPaths().getPathItems().forEach((path, item) -> complete(path, item, editorial, used));
        document.setTags(TAGS.entrySet().stream()
                .filter(tag -> used.contains(tag.getKey()))
                .map(tag -> OASFactory.createTag().name(tag.getKey()).description(tag.getValue()))
                .toList());
        Map<String, org.eclipse.microprofile.openapi.models.media.Schema> schemas =
                new TreeMap<>(document.getComponents().getSchemas());
        schemas.values().forEach(Schemas::inline);
        schemas.keySet().removeAll(Set.of("UUID", "Instant", "JsonBody", "JsonNode"));
        schemas.putAll(Schemas.shared());
        document.getComponents().setSchemas(schemas);
        ReachableSchemas.keep(document);
    }

    private static void describe(OpenAPI document, boolean editorial) {
        document.setInfo(OASFactory.createInfo()
                .title(editorial ? "Dateline editorial API" : "Dateline delivery API")
                .version("1")
                .description(editorial ? Texts.EDITORIAL : Texts.DELIVERY)
                .contact(OASFactory.createContact().name("Dateline"))
                .license(OASFactory.createLicense().name("Apache-2.0").identifier("Apache-2.0")));
        document.setServers(
                List.of(OASFactory.createServer().url("/").description("The server that this document comes from.")));
        document.getComponents()
                .setSecuritySchemes(Map.of(
                        KEY,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description("An API key, or a bearer token of the configured issuer.")));
        document.setSecurity(
                editorial
                        ? List.of(OASFactory.createSecurityRequirement().addScheme(KEY))
                        : List.of(
                                OASFactory.createSecurityRequirement(),
                                OASFactory.createSecurityRequirement().addScheme(KEY)));
    }

    private void complete(String path, PathItem item, boolean editorial, Set<String> used) {
        for (Map.Entry<PathItem.HttpMethod, Operation> entry :
                new ArrayList<>(item.getOperations().entrySet())) {
            Operation operation = entry.getValue();
            operation.getTags().forEach(used::add);
            operation.setSecurity(null);
            operation.setExtensions(null);
            String role = roles.of(operation.getOperationId());
            if (!role.isEmpty()) {
                operation.setDescription(operation.getDescription() + " Needs the role `" + role + "`.");
                operation.addExtension("x-required-role", role);
            }
            new OperationCompletion(path, entry.getKey(), operation, editorial).complete();
        }
    }
}
