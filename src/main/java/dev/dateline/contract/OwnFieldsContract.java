package dev.dateline.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.extension.ExtensionConfig;
import dev.dateline.extension.ExtensionFile;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.smallrye.config.SmallRyeConfig;
import java.util.Locale;
import java.util.Map;
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
        ExtensionFile.all(config)
                .forEach((kind, file) -> declare(kind, isEditorial ? file.json() : file.publicJson(), document));
    }

    private static void declare(String kind, JsonNode fields, OpenAPI document) {
        String type = kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1);
        String name = type + "Fields";
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        schemas.forEach((owner, schema) -> {
            if (owner.startsWith(type)
                    && schema.getProperties() != null
                    && schema.getProperties().containsKey(FIELD)) {
                schema.addProperty(FIELD, OASFactory.createSchema().ref(name));
            }
        });
        document.getComponents().addSchema(name, RawSchema.of(fields));
    }
}
