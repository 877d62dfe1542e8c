package dev.dateline.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.content.InlineLosses;
import dev.dateline.problem.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds the inline HTML in the blocks of a record, and says what of it is not carried over. */
final class SanitisedFields {

    private final List<Fault> notes = new ArrayList<>();

    private SanitisedFields() {}

    /** @param content may have a body; its shape is not known to be right yet */
    static List<Fault> notes(JsonNode content) {
        SanitisedFields fields = new SanitisedFields();
        fields.walk(content.path("body"), "/body", false);
        return fields.notes;
    }

    private void walk(JsonNode json, String pointer, boolean isInline) {
        if (json.isTextual() && isInline) {
            InlineLosses.of(json.textValue()).forEach(loss -> notes.add(Fault.at(pointer, "is kept without " + loss)));
        } else if (json.isObject()) {
            for (Map.Entry<String, JsonNode> field : json.properties()) {
                walk(field.getValue(), pointer + "/" + field.getKey(), isInline(field.getKey()));
            }
        } else {
            for (int i = 0; i < json.size(); i++) {
                walk(json.get(i), pointer + "/" + i, isInline);
            }
        }
    }

    /** The items of a gallery are no texts, so they are not taken for any. */
    private static boolean isInline(String field) {
        return field.equals("html") || field.equals("items") || field.equals("rows");
    }
}
