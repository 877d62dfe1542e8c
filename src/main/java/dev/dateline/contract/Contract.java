package dev.dateline.contract;

import dev.dateline.access.Role;
import dev.dateline.content.AlertContent;
import dev.dateline.content.ArticleContent;
import dev.dateline.content.Block;
import dev.dateline.content.CalloutContent;
import dev.dateline.content.FrontContent;
import dev.dateline.content.LiveUpdateContent;
import dev.dateline.content.PublishedBlock;
import dev.dateline.content.SiteContent;
import dev.dateline.content.StoryListContent;
import dev.dateline.editorial.ListedEntry;
import dev.dateline.editorial.WorkingCopyStatus;
import dev.dateline.problem.ProblemDetails;
import dev.dateline.published.WithdrawalView;
import dev.dateline.removal.RemovalNotice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.IndexView;

/** Finishes a document: leaves the other half out, and adds what follows from the rest. */
@OpenAPIDefinition(
        info = @Info(title = "Dateline", version = "1"),
        components =
                @Components(
                        schemas = {
                            @Schema(name = "Problem", implementation = ProblemDetails.class),
                            @Schema(name = "Withdrawal", implementation = WithdrawalView.class),
                            @Schema(name = "ArticleContent", implementation = ArticleContent.class),
                            @Schema(name = "LiveUpdateContent", implementation = LiveUpdateContent.class),
                            @Schema(name = "StoryListContent", implementation = StoryListContent.class),
                            @Schema(name = "CalloutContent", implementation = CalloutContent.class),
                            @Schema(name = "AlertContent", implementation = AlertContent.class),
                            @Schema(name = "FrontContent", implementation = FrontContent.class),
                            @Schema(name = "SiteContent", implementation = SiteContent.class),
                            @Schema(name = "RemovalNotice", implementation = RemovalNotice.class),
                            @Schema(name = "ListedEntry", implementation = ListedEntry.class),
                            @Schema(name = "WorkingCopyStatus", implementation = WorkingCopyStatus.class)
                        }))
final class Contract {

    private static final String KEY = "key";

    private static final Map<String, String> TAGS = new LinkedHashMap<>();

    static {
        TAGS.put("Articles", "What is published, newest first or one by one.");
        TAGS.put("Live pages", "The updates of news that is told while it happens.");
        TAGS.put("Story lists", "Named lists of stories in an editor's order.");
        TAGS.put("Media", "Pictures that something published shows, in closed sets of sizes.");
        TAGS.put("Tags", "Topics, people, organisations, places, series, sections and contributors.");
        TAGS.put("Fronts", "Whole pages: story lists and callouts in order, no article twice.");
        TAGS.put("Search", "Words in any form, over everything that is published.");
        TAGS.put("Changes", "What has changed: page by page, or as a stream.");
        TAGS.put("Site", "What every page shows around its content.");
        TAGS.put("Previews", "Links that show one revision before it is public.");
        TAGS.put(
                FormatOperations.TAG,
                "The same as feeds, linked data, ninjs, Markdown and text; and what search engines read.");
        TAGS.put("Callouts", "Calls to act, to be shown now.");
        TAGS.put("Alerts", "Breaking news that people are to be told now.");
        TAGS.put("Entry point", "Where programs start.");
        KindOperations.KINDS.forEach(kind -> TAGS.put(
                KindOperations.tag(kind),
                "Working copies of " + kind.collection().replace('-', ' ') + "."));
        TAGS.put("Editing images", "The library of pictures: upload them, say what they are, see where they are used.");
        TAGS.put("Editing tags", "Tags have no drafts: a change is public at once.");
        TAGS.put("Publishing", "Review, approval, publication now or at a time, withdrawal: the same for every kind.");
        TAGS.put("Revisions", "What was saved when and by whom, what changed, and the way back.");
        TAGS.put("Bulk", "Many operations in one request.");
        TAGS.put("Audit", "Who did what.");
        TAGS.put("Imports", "Bringing in what was written elsewhere.");
        TAGS.put("Webhooks", "Other people's servers that are told what has changed.");
        TAGS.put("Removals", "What was withdrawn for a legal reason, and who has acknowledged that nothing is kept.");
        TAGS.put("Keys", "API keys and their roles.");
    }

    private final RequiredRoles roles;
    private final boolean editorial;

    /** @param index the program's classes, where the roles of operations are declared */
    Contract(IndexView index, boolean editorial) {
        this.roles = new RequiredRoles(index);
        this.editorial = editorial;
    }

    void complete(OpenAPI document) {
        document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .forEach(roles::note);
        KindOperations.expand(document);
        document.getPaths().getPathItems().keySet().forEach(path -> {
            if (path.startsWith("/v1/editorial") != editorial) {
                document.getPaths().removePathItem(path);
            }
        });
        if (!editorial) {
            FormatOperations.add(document);
            MessageSchemas.all().forEach(document.getComponents()::addSchema);
        }
        describe(document);
        Set<String> used = new TreeSet<>();
        document.getPaths().getPathItems().forEach((path, item) -> complete(path, item, used));
        document.setTags(TAGS.entrySet().stream()
                .filter(tag -> used.contains(tag.getKey()))
                .map(tag -> OASFactory.createTag().name(tag.getKey()).description(tag.getValue()))
                .toList());
        Map<String, org.eclipse.microprofile.openapi.models.media.Schema> schemas =
                new TreeMap<>(document.getComponents().getSchemas());
        List.of(Block.class, PublishedBlock.class).forEach(type -> Schemas.discriminate(type, schemas));
        List.copyOf(schemas.values()).stream()
                .filter(schema -> schema.getDiscriminator() != null)
                .forEach(union -> Schemas.union(union, schemas));
        new NamedEnums(schemas).name(document);
        schemas.values().forEach(PortableSchema::of);
        schemas.keySet().removeAll(Set.of("UUID", "Instant", "JsonBody", "JsonNode"));
        schemas.putAll(Schemas.shared());
        document.getComponents().setSchemas(schemas);
        ReachableSchemas.keep(document);
        examples(document);
    }

    private static void examples(OpenAPI document) {
        RequestExample examples = new RequestExample(document.getComponents().getSchemas());
        document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .filter(operation -> operation.getRequestBody() != null)
                .flatMap(operation -> operation.getRequestBody().getContent().getMediaTypes().values().stream())
                .filter(body -> body.getExample() == null)
                .forEach(body -> examples.of(body.getSchema()).ifPresent(body::setExample));
    }

    private void describe(OpenAPI document) {
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

    private void complete(String path, PathItem item, Set<String> used) {
        for (Map.Entry<PathItem.HttpMethod, Operation> entry :
                new ArrayList<>(item.getOperations().entrySet())) {
            Operation operation = entry.getValue();
            operation.getTags().forEach(used::add);
            operation.setSecurity(null);
            Map<String, Object> extensions = operation.getExtensions();
            if (extensions != null) {
                operation.setDescription(
                        operation.getDescription() + " Needs the role `" + extensions.get(Role.REQUIRED) + "`.");
            }
            new OperationCompletion(path, entry.getKey(), operation, editorial).complete();
        }
    }
}
