package dev.dateline.contract;

import dev.dateline.problem.ProblemType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** How a document shows one way to fail: its body with an example of its own, and the headers that come with it. */
final class ProblemResponse {

    private ProblemResponse() {}

    static APIResponse of(ProblemType type) {
        APIResponse response = OASFactory.createAPIResponse()
                .description(type.title() + ".")
                .content(OASFactory.createContent()
                        .addMediaType(
                                "application/problem+json",
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema()
                                                .ref(type == ProblemType.WITHDRAWN ? "WithdrawnProblem" : "Problem"))
                                        .example(example(type))));
        switch (type) {
            case METHOD_NOT_ALLOWED -> response.addHeader("Allow", header("The methods that this address has."));
            case TOO_MANY_REQUESTS, UNAVAILABLE ->
                response.addHeader("Retry-After", header("How many seconds to wait before the next try."));
            default -> {}
        }
        return response;
    }

    private static Map<String, Object> example(ProblemType type) {
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", type.uri());
        example.put("title", type.title());
        example.put("status", type.status());
        example.put("detail", type.explanation().replaceFirst("(?<=\\.) .*", ""));
        switch (type) {
            case INVALID_INPUT -> example.put("errors", fault("pointer", "/headline", "must be text"));
            case INVALID_PARAMETER ->
                example.put("errors", fault("parameter", "limit", "must be a number from 1 to 100"));
            case STALE, PRECONDITION_REQUIRED ->
                example.put("errors", fault("header", "If-Match", "must be the ETag of the last read, or *"));
            case WITHDRAWN -> example.put("withdrawal", withdrawal());
            default -> {}
        }
        return example;
    }

    private static Map<String, String> withdrawal() {
        Map<String, String> withdrawal = new LinkedHashMap<>();
        withdrawal.put("kind", "legal");
        withdrawal.put("note", "By order of a court.");
        withdrawal.put("at", "2026-11-20T09:00:00Z");
        return withdrawal;
    }

    private static List<Map<String, String>> fault(String kind, String place, String detail) {
        Map<String, String> fault = new LinkedHashMap<>();
        fault.put(kind, place);
        fault.put("detail", detail);
        return List.of(fault);
    }

    static Header header(String description) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().type(List.of(Schema.SchemaType.STRING)));
    }
}
