package dev.dateline.contract;

import dev.dateline.syndication.Format;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Writes out an operation for the other forms of each answer that has them. They are operations of their own, so that a client's
 * type for the JSON stays what it is.
 */
final class FormatOperations {

    static final String TAG = "Other forms";

    /** Where there are other forms, and what they are called; in one order, because the document is compared. */
    private static final Map<String, String> ADDRESSES = new TreeMap<>(Map.of(
            "/v1/articles", "List articles in another form",
            "/v1/articles/{article}", "Get an article in another form",
            "/v1/articles/{article}/related", "List related articles in another form",
            "/v1/articles/{article}/updates", "List the updates of a live page in another form",
            "/v1/story-lists/{list}", "Get a story list in another form",
            "/v1/fronts/{front}", "Get a front in another form",
            "/v1/search", "Search articles, and get them in another form"));

    /** What the form decides, or does not show. */
    private static final Set<String> LEFT_OUT = Set.of("body", "count", "facets", "highlight");

    private FormatOperations() {}

    static void add(OpenAPI document) {
        ADDRESSES.forEach((path, summary) -> {
            Operation json =
                    Objects.requireNonNull(document.getPaths().getPathItem(path).getGET(), path);
            PathItem forms = OASFactory.createPathItem();
            forms.setGET(operation(json, summary));
            document.getPaths().addPathItem(path + ".{format}", forms);
        });
    }

    private static Operation operation(Operation json, String summary) {
        List<Parameter> parameters = new ArrayList<>();
        if (json.getParameters() != null) {
            parameters.addAll(json.getParameters());
        }
        parameters.removeIf(parameter -> LEFT_OUT.contains(parameter.getName()));
        parameters.add(format());
        return OASFactory.createOperation()
                .operationId(json.getOperationId() + "As")
                .summary(summary)
                .description("Whole articles, made of what `" + json.getOperationId()
                        + "` answers. `Accept` with one of the media types gets the same without the extension.")
                .addTag(TAG)
                .parameters(parameters)
                .responses(responses());
    }

    private static Parameter format() {
        return OASFactory.createParameter()
                .name("format")
                .in(Parameter.In.PATH)
                .required(true)
                .description(String.join(
                        " ",
                        Arrays.stream(Format.values())
                                .map(format -> "`" + format.extension() + "`: " + format.description())
                                .toList()))
                .example(Format.ATOM.extension())
                .schema(text().title("Format")
                        .enumeration(Arrays.stream(Format.values())
                                .<Object>map(Format::extension)
                                .toList()));
    }

    private static APIResponses responses() {
        Content content = OASFactory.createContent();
        for (Format format : Format.values()) {
            content.addMediaType(
                    format.mediaType(), OASFactory.createMediaType().schema(text()));
        }
        return OASFactory.createAPIResponses()
                .addAPIResponse(
                        "200",
                        OASFactory.createAPIResponse()
                                .description("The same in that form.")
                                .content(content));
    }

    private static Schema text() {
        return OASFactory.createSchema().type(List.of(Schema.SchemaType.STRING));
    }
}
