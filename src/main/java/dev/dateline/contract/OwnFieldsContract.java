package dev.dateline.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.extension.ExtensionConfig;
import dev.dateline.extension.ExtensionFile;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.smallrye.config.SmallRyeConfig;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Puts the newsroom's own fields into the documents that an installation serves: all of them into the editorial one, those that
 * readers get into the delivery one.
 */
@OpenApiFilter(
        stages = OpenApiFilter.RunStage.RUNTIME_STARTUP,
        documentNames = {OpenApiFilter.DEFAULT_DOCUMENT_NAME, "editorial"})
public final class OwnFieldsContract implements OASFilter {

    private static final String FIELD = "extensions";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        boolean isEditorial =
                document.getPaths().getPathItems().keySet().stream().anyMatch(path -> path.startsWith("/v1/editorial"));
        ExtensionConfig config =
                ConfigProvider.getConfig().unwrap(SmallRyeConfig.class).getConfigMapping(ExtensionConfig.class);
        ExtensionFile.all(config).forEach((kind, file) -> {
            String type = kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1);
            String content = type + "Content";
            if (isEditorial) {
                declare(type + "Fields", file.json(), document, owner -> owner.equals(content));
            }
            declare(
                    isEditorial ? "Public" + type + "Fields" : type + "Fields",
                    file.publicJson(),
                    document,
                    owner -> owner.startsWith(type) && !owner.equals(content));
        });
    }

    private static void declare(String name, JsonNode fields, OpenAPI document, Predicate<String> isOwner) {
        List<Schema> owners = document.getComponents().getSchemas().entrySet().stream()
                .filter(schema -> isOwner.test(schema.getKey()))
                .map(Map.Entry::getValue)
                .filter(schema ->
                        schema.getProperties() != null && schema.getProperties().containsKey(FIELD))
                .toList();
        if (!owners.isEmpty()) {
            owners.forEach(
                    owner -> owner.addProperty(FIELD, OASFactory.createSchema().ref(name)));
            document.getComponents().addSchema(name, RawSchema.of(fields, name));
        }
    }
}
