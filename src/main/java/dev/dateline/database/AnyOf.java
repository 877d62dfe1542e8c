package dev.dateline.database;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A condition that an attribute has one of several values. Written out, because Hibernate translates HQL with a list of
 * parameters anew each time.
 */
public final class AnyOf {

    private static final int FEW = 20;

    private AnyOf() {}

    /** @param parameters those of the query, to which the values are added; no values match nothing */
    public static String condition(String attribute, Collection<?> values, Map<String, ? super Object> parameters) {
        List<String> terms = new ArrayList<>();
        for (Object value : values) {
            String name = "value" + parameters.size();
            terms.add(attribute + " = :" + name);
            parameters.put(name, value);
        }
        return terms.isEmpty() ? "1 = 0" : "(" + String.join(" or ", terms) + ")";
    }

    /** The same for ids, of which there may be many: then they are one parameter, so that the statement stays the same. */
    public static String ids(String attribute, Collection<UUID> ids, Map<String, ? super Object> parameters) {
        if (ids.size() <= FEW) {
            return condition(attribute, ids, parameters);
        }
        String name = "values" + parameters.size();
        parameters.put(name, ids.toArray(UUID[]::new));
        return "array_contains(:" + name + ", " + attribute + ")";
    }

    /** That a language is in one of some ranges (RFC 4647 section 3.3.1); only where no index is needed. */
    public static String ranges(String attribute, Collection<String> ranges, Map<String, ? super Object> parameters) {
        String more = ranges.stream()
                .map(range -> {
                    String name = "value" + parameters.size();
                    parameters.put(name, range + "-%");
                    return " or " + attribute + " like :" + name;
                })
                .collect(Collectors.joining());
        return "(" + condition(attribute, ranges, parameters) + more + ")";
    }
}
