package dev.dateline.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.problem.Fault;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.constraints.AssertTrue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts what Jackson and Bean Validation report into our own words, with JSON Pointers (RFC 6901). */
final class JsonFaults {

    private JsonFaults() {}

    static String malformed(JsonProcessingException failure) {
        JsonLocation at = failure.getLocation();
        String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
        String message = failure.getOriginalMessage();
        if (message.startsWith("Duplicate field")) {
            return "A field stands twice in the same object" + where + ".";
        }
        if (message.startsWith("Trailing token")) {
            return "Something follows the JSON document" + where + ".";
        }
        if (failure instanceof StreamConstraintsException) {
            return "The body is nested too deeply, or has a number or a name that is too long" + where + ".";
        }
        return "The body is not well-formed JSON" + where + ".";
    }

    static Fault mismatch(JsonMappingException failure) {
        String pointer = failure.getPath().stream()
                .map(step -> step.getFieldName() == null ? "/" + step.getIndex() : "/" + escape(step.getFieldName()))
                .collect(Collectors.joining());
        if (failure.getCause() instanceof InputCoercionException) {
            return Fault.at(pointer, "must be a whole number, and not so large a one");
        }
        Class<?> target = failure instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        return Fault.at(pointer, target == null ? "cannot be read" : "must be " + expected(target));
    }

    /** Puts null where a mismatch was; false when there is no such place. */
    static boolean remove(JsonNode document, JsonMappingException failure) {
        List<JsonMappingException.Reference> path = failure.getPath();
        JsonNode parent = document;
        for (int i = 0; i < path.size() - 1; i++) {
            parent = step(parent, path.get(i));
        }
        if (path.isEmpty() || step(parent, path.get(path.size() - 1)).isMissingNode()) {
            return false;
        }
        JsonMappingException.Reference last = path.get(path.size() - 1);
        if (parent instanceof ObjectNode object) {
            object.remove(last.getFieldName());
            return true;
        }
        return parent instanceof ArrayNode array && array.set(last.getIndex(), array.nullNode()) != null;
    }

    private static JsonNode step(JsonNode parent, JsonMappingException.Reference step) {
        return step.getFieldName() == null ? parent.path(step.getIndex()) : parent.path(step.getFieldName());
    }

    static String expected(JavaType type) {
        return type.isCollectionLikeType() || type.isArrayType() ? "an array" : expected(type.getRawClass());
    }

    private static String expected(Class<?> type) {
        if (type == String.class) {
            return "a string";
        } else if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        } else if (type == Instant.class) {
            return "a time as in RFC 3339, for example 2026-02-14T12:00:00Z";
        } else if (type == UUID.class) {
            return "a UUID";
        } else if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
            return "a whole number";
        } else if (type == Double.class || type == double.class) {
            return "a number";
        } else if (type.isEnum()) {
            return "one of " + names(type);
        }
        return List.class.isAssignableFrom(type) ? "an array" : "an object";
    }

    private static String names(Class<?> type) {
        return Stream.of(type.getEnumConstants()).map(JsonFaults::wireName).collect(Collectors.joining(", "));
    }

    private static String wireName(Object constant) {
        return Json.tree(constant).asText();
    }

    static Fault violation(ConstraintViolation<?> violation) {
        StringBuilder pointer = new StringBuilder();
        for (Path.Node node : violation.getPropertyPath()) {
            Object index = node.getIndex() != null ? node.getIndex() : node.getKey();
            if (index != null) {
                pointer.append('/').append(escape(index.toString()));
            }
            String name = node.getName();
            if (node.getKind() == ElementKind.PROPERTY && name != null) {
                pointer.append('/').append(escape(name));
            }
        }
        boolean ofObject = violation.getConstraintDescriptor().getAnnotation() instanceof AssertTrue;
        return Fault.at(ofObject ? ofObject(violation, pointer) : pointer.toString(), violation.getMessage());
    }

    /** A rule about a whole object is a method of it. */
    private static String ofObject(ConstraintViolation<?> violation, StringBuilder pointer) {
        int end = pointer.lastIndexOf("/");
        String rule = pointer.substring(end + 1);
        return Stream.of(violation.getLeafBean().getClass().getDeclaredMethods())
                .filter(method -> method.getName().equalsIgnoreCase("is" + rule))
                .map(method -> method.getAnnotation(FaultAt.class))
                .filter(Objects::nonNull)
                .findFirst()
                .map(field -> pointer.substring(0, end) + "/" + field.value())
                .orElse(pointer.substring(0, end));
    }

    /** A field that did not bind, or not whole, is null and would be reported a second time by its constraints. */
    static List<Fault> distinct(List<Fault> faults) {
        List<Fault> distinct = new ArrayList<>();
        Set<@Nullable String> seen = new HashSet<>();
        for (Fault fault : faults) {
            boolean known =
                    seen.stream().anyMatch(pointer -> pointer != null && pointer.startsWith(fault.pointer() + "/"));
            if (seen.add(fault.pointer()) && !known) {
                distinct.add(fault);
            }
        }
        return distinct;
    }

    static String escape(String name) {
        String shown = name.length() > 60 ? name.substring(0, 60) + "…" : name;
        return shown.replace("~", "~0").replace("/", "~1");
    }
}
