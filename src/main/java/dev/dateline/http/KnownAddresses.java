package dev.dateline.http;

import io.quarkus.arc.Arc;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Knows which addresses there are, with their methods, for {@code Allow} (RFC 9110 section 10.2.1), and with the media types
 * that they take: Quarkus REST does not say it.
 */
@Singleton
class KnownAddresses {

    /**
     * @param root matches what its class serves, and {@code literals} counts the characters of it that are not variable
     * @param method of HTTP
     * @param mediaTypes that it takes
     * @param isRepeatable whether it takes a key under which it can be repeated
     */
    private record Operation(
            Pattern root, int literals, Pattern path, String method, List<String> mediaTypes, boolean isRepeatable) {}

    private final List<Operation> operations = new ArrayList<>();

    KnownAddresses() {
        Arc.container().beanManager().getBeans(Object.class).forEach(bean -> {
            Path path = bean.getBeanClass().getAnnotation(Path.class);
            if (path != null) {
                for (Method method : bean.getBeanClass().getMethods()) {
                    note(path.value(), method);
                }
            }
        });
    }

    private void note(String root, Method method) {
        Path path = method.getAnnotation(Path.class);
        String template = "/" + root + "/" + (path == null ? "" : path.value());
        Consumes consumes = method.getAnnotation(Consumes.class);
        List<String> mediaTypes = consumes == null ? List.of() : List.of(consumes.value());
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod designator = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (designator != null) {
                String below = ("/" + root).replaceAll("/+", "/").replaceAll("/$", "");
                operations.add(new Operation(
                        pattern(below + "(/.*)?"),
                        below.replaceAll("[{][^}]*[}]", "").length(),
                        pattern(template),
                        designator.value(),
                        mediaTypes,
                        isRepeatable(method)));
            }
        }
    }

    private static boolean isRepeatable(Method method) {
        return Arrays.stream(method.getParameters())
                .map(parameter -> parameter.getAnnotation(HeaderParam.class))
                .anyMatch(header -> header != null && header.value().equals(WriteGuard.KEY));
    }

    private static Pattern pattern(String template) {
        return Pattern.compile(
                template.replaceAll("/+", "/").replaceAll("(?<=.)/$", "").replaceAll("[{][^}]*[}]", "[^/]+"));
    }

    /** Those of the class with the most literal address alone, as Jakarta REST chooses (section 3.7.2). */
    private Stream<Operation> at(String address) {
        String path =
                address.length() > 1 && address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
        int literals = operations.stream()
                .filter(operation -> operation.root().matcher(path).matches())
                .mapToInt(Operation::literals)
                .max()
                .orElse(-1);
        return operations.stream()
                .filter(operation -> operation.literals() == literals)
                .filter(operation -> operation.path().matcher(path).matches());
    }

    boolean hasAny(String path) {
        return at(path).findAny().isPresent();
    }

    /** Whether a creation there takes a key under which it can be repeated; true where nothing is created. */
    boolean isRepeatable(String path) {
        return at(path).filter(operation -> operation.method().equals(HttpMethod.POST))
                .allMatch(Operation::isRepeatable);
    }

    /** The methods of an address, as the header wants them. */
    String methods(String path) {
        Set<String> methods = at(path).map(Operation::method).collect(Collectors.toCollection(TreeSet::new));
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        return String.join(", ", methods);
    }

    /** The media types that an address takes, as in a sentence; empty when nobody knows. */
    String mediaTypes(String path, String method) {
        return at(path).filter(operation -> operation.method().equals(method))
                .flatMap(operation -> operation.mediaTypes().stream())
                .distinct()
                .collect(Collectors.joining(" or "));
    }
}
