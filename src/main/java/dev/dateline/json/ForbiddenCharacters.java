package dev.dateline.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.problem.Fault;
import java.util.ArrayList;
import java.util.List;

/** Finds the characters that no text may hold; {@link InputReader} says which and why. */
public final class ForbiddenCharacters {

    private static final String REFUSAL = "must not hold the character U+%04X (at position %d)";

    private ForbiddenCharacters() {}

    static List<Fault> in(JsonNode json) {
        List<Fault> faults = new ArrayList<>();
        visit(json, "", faults);
        return faults;
    }

    private static void visit(JsonNode node, String pointer, List<Fault> faults) {
        if (faults.size() >= FaultCollector.MAX_FAULTS) {
            return;
        }
        if (node.isTextual()) {
            int at = firstIn(node.textValue());
            if (at >= 0) {
                faults.add(Fault.at(
                        pointer, REFUSAL.formatted((int) node.textValue().charAt(at), at + 1)));
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                visit(node.get(i), pointer + "/" + i, faults);
            }
        } else if (node.isObject()) {
            node.properties().forEach(field -> {
                if (firstIn(field.getKey()) >= 0) {
                    faults.add(Fault.at(pointer, "has a field whose name holds a forbidden character"));
                } else {
                    visit(field.getValue(), pointer + "/" + JsonFaults.escape(field.getKey()), faults);
                }
            });
        }
    }

    public static int firstIn(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r') || isNoncharacter(c)) {
                return i;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return i;
            }
        }
        return -1;
    }

    /** Those that Unicode keeps for the inside of programs (section 23.7), as Dateline uses one. */
    private static boolean isNoncharacter(char c) {
        return (c >= 0xFDD0 && c <= 0xFDEF) || c == 0xFFFE || c == 0xFFFF;
    }
}
