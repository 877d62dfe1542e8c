package dev.dateline.http;

import io.quarkus.arc.Arc;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Knows which methods an address has, for {@code Allow} (RFC 9110 section 10.2.1): Quarkus REST does not say it. */
@Singleton
class AllowedMethods {

    /** @param method of HTTP */
    private record Operation(Pattern path, String method) {}

    private final List<Operation> operations = new ArrayList<>();

    AllowedMethods() {
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
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod designator = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (designator != null) {
                operations.add(new Operation(pattern(template), designator.value()));
            }
        }
    }

    private static Pattern pattern(String template) {
        return Pattern.compile(
                template.replaceAll("/+", "/").replaceAll("(?<=.)/$", "").replaceAll("[{][^}]*[}]", "[^/]+"));
    }

    /** As the header wants it; empty for an address that has none. */
    String at(String path) {
        Set<String> methods = new TreeSet<>();
        for (Operation operation : operations) {
            if (operation.path().matcher(path).matches()) {
                methods.add(operation.method());
            }
        }
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        return String.join(", ", methods);
    }
}
