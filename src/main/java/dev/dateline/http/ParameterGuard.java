package dev.dateline.http;

import dev.dateline.problem.Fault;
import dev.dateline.problem.Problem;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Refuses query parameters that an operation does not declare, and those given twice. */
@Provider
public final class ParameterGuard implements ContainerRequestFilter {

    private final Map<Method, Set<String>> declared = new ConcurrentHashMap<>();

    @Context
    ResourceInfo operation;

    ParameterGuard(@Context ResourceInfo operation) {
        this.operation = operation;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        MultivaluedMap<String, String> given = request.getUriInfo().getQueryParameters();
        Method method = operation.getResourceMethod();
        if (given.isEmpty() || method == null) {
            return;
        }
        Set<String> known = declared.computeIfAbsent(method, ParameterGuard::parametersOf);
        List<Fault> faults = new ArrayList<>();
        given.forEach((name, values) -> {
            if (!known.contains(name)) {
                faults.add(Fault.parameter(
                        shortened(name),
                        known.isEmpty()
                                ? "is not known; this address takes no parameters"
                                : "is not known; this address takes " + String.join(", ", known)));
            } else if (values.size() > 1) {
                faults.add(Fault.parameter(name, "must be given only once"));
            } else if (values.get(0).isEmpty()) {
                faults.add(Fault.parameter(name, "must not be empty"));
            }
        });
        if (!faults.isEmpty()) {
            throw Problem.parameter(faults);
        }
    }

    private static String shortened(String name) {
        String printable = name.replaceAll("\\p{Cntrl}", "?");
        return printable.length() > 60 ? printable.substring(0, 60) + "…" : printable;
    }

    private static Set<String> parametersOf(Method method) {
        Set<String> names = new TreeSet<>();
        for (Parameter parameter : method.getParameters()) {
            QueryParam query = parameter.getAnnotation(QueryParam.class);
            if (query != null) {
                names.add(query.value());
            } else if (parameter.isAnnotationPresent(BeanParam.class)) {
                names.addAll(parametersOf(parameter.getType()));
            }
        }
        return names;
    }

    private static Set<String> parametersOf(Class<?> bean) {
        Set<String> names = new TreeSet<>();
        for (Field field : bean.getFields()) {
            QueryParam query = field.getAnnotation(QueryParam.class);
            if (query != null) {
                names.add(query.value());
            }
        }
        return names;
    }
}
