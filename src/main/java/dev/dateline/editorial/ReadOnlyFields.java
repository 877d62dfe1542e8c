package dev.dateline.editorial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.problem.Fault;
import dev.dateline.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** A write may repeat what is read-only, so that what was read can be sent back; it may not change it. */
public final class ReadOnlyFields {

    /** Added to a list or a front with {@code expand=entries}, and about other things: ignored in what is sent. */
    static final String ENTRIES = "entries";

    private ReadOnlyFields() {}

    /** @throws Problem {@code invalid-input}, when one of the fields is given another value than it has */
    public static JsonNode without(List<String> fields, JsonNode proposed, ObjectNode current) {
        if (!(proposed instanceof ObjectNode given)) {
            return proposed;
        }
        List<Fault> faults = new ArrayList<>();
        ObjectNode content = given.deepCopy();
        content.remove(ENTRIES);
        for (String field : fields) {
            JsonNode value = content.remove(field);
            if (value != null && !value.toString().equals(current.path(field).toString())) {
                faults.add(Fault.at("/" + field, "is read-only"));
            }
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return content;
    }
}
