package dev.dateline.editorial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.problem.Fault;
import dev.dateline.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** A write may repeat what is read-only, so that what was read can be sent back; it may not change it. */
public final class ReadOnlyFields {

    private ReadOnlyFields() {}

    /** @throws Problem {@code invalid-input}, when one of the fields is given another value than it has */
    public static JsonNode without(List<String> fields, JsonNode proposed, ObjectNode current) {
        if (!(proposed instanceof ObjectNode given)) {
            return proposed;
        }
        List<Fault> faults = new ArrayList<>();
        ObjectNode content = given.deepCopy();
        for (String field : fields) {
            JsonNode value = content.remove(field);
            boolean isAbsent = value == null || (value.isNull() && !current.has(field));
            if (!isAbsent && !value.toString().equals(current.path(field).toString())) {
                faults.add(Fault.at(
                        "/" + field,
                        "is read-only, and not what it is now: send it as it was last read, or leave it out"));
            }
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return content;
    }
}
