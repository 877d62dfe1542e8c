package dev.dateline.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One thing that is wrong with a request: where, and what would be right. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "One thing that is wrong with the request: where it is, and what would be right.")
public record Fault(
        @Nullable @Schema(description = "JSON Pointer (RFC 6901) to the field in the body.", examples = "/headline")
        String pointer,

        @Nullable @Schema(description = "Name of the query or path parameter.", examples = "limit")
        String parameter,

        @Nullable @Schema(description = "Name of the request header.", examples = "If-Match")
        String header,

        @Schema(description = "What is wrong and what would be right.", examples = "must be a number from 1 to 100")
        String detail) {

    private static final int MAX_POINTER_LENGTH = 200;

    /** A pointer into what was sent may be as long as what was sent; a part of it is enough to find the place. */
    public static Fault at(String pointer, String detail) {
        String shown =
                pointer.length() <= MAX_POINTER_LENGTH ? pointer : pointer.substring(0, MAX_POINTER_LENGTH) + "…";
        return new Fault(shown, null, null, detail);
    }

    /** The same where the pointer begins otherwise. */
    Fault moved(String from, String to) {
        return pointer != null && (pointer.equals(from) || pointer.startsWith(from + "/"))
                ? at(to + pointer.substring(from.length()), detail)
                : this;
    }

    /** The same with more to say. */
    public Fault and(String more) {
        return new Fault(pointer, parameter, header, detail + more);
    }

    /** The same where the parameter stands as a field in a body. */
    Fault asField() {
        return parameter == null ? this : at("/" + parameter, detail);
    }

    public static Fault parameter(String name, String detail) {
        return new Fault(null, name, null, detail);
    }

    public static Fault header(String name, String detail) {
        return new Fault(null, null, name, detail);
    }
}
