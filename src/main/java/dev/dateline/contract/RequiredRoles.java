package dev.dateline.contract;

import dev.dateline.access.Role;
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

    /** Notes the role at the operation, unless that says itself which one it needs. */
    void note(org.eclipse.microprofile.openapi.models.Operation operation) {
        String role = byOperation.get(operation.getOperationId());
        if (role != null
                && (operation.getExtensions() == null
                        || !operation.getExtensions().containsKey(Role.REQUIRED))) {
            operation.addExtension(Role.REQUIRED, role);
        }
    }
}
