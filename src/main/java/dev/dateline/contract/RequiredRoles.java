package dev.dateline.contract;

import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/** Knows the role that each operation needs from where it is enforced, so that the document cannot be wrong about it. */
final class RequiredRoles {

    private final Map<String, String> byOperation = new HashMap<>();

    RequiredRoles(IndexView index) {
        for (AnnotationInstance annotation : index.getAnnotations(Operation.class)) {
            if (annotation.value("operationId") == null) {
                continue;
            }
            MethodInfo method = annotation.target().asMethod();
            AnnotationInstance allowed = method.annotation(RolesAllowed.class);
            if (allowed == null) {
                allowed = method.declaringClass().declaredAnnotation(RolesAllowed.class);
            }
            if (allowed != null) {
                byOperation.put(
                        annotation.value("operationId").asString(),
                        allowed.value().asStringArray()[0]);
            }
        }
    }

    /** Empty when it needs none. */
    String of(String operationId) {
        return byOperation.getOrDefault(operationId, "");
    }
}
