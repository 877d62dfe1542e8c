package dev.dateline.extension;

import dev.dateline.problem.Fault;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.ConstraintValidatorContext.ConstraintViolationBuilder.NodeBuilderCustomizableContext;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lays the faults that a schema finds at the fields where they are. */
@Dependent
class OwnFieldsValidator implements ConstraintValidator<OwnFields, Map<String, Object>> {

    /** Asked late: validators are made when the program is built up, before there is a configuration. */
    private final Instance<ExtensionSchemas> schemas;

    private String kind = "";
    private boolean isComplete = true;

    OwnFieldsValidator(Instance<ExtensionSchemas> schemas) {
        this.schemas = schemas;
    }

    @Override
    public void initialize(OwnFields fields) {
        kind = fields.of();
        isComplete = fields.isComplete();
    }

    @Override
    public boolean isValid(@Nullable Map<String, Object> fields, ConstraintValidatorContext context) {
        if (fields == null) {
            return true;
        }
        List<Fault> faults = schemas.get().of(kind).faults(fields, isComplete);
        if (!faults.isEmpty()) {
            context.disableDefaultConstraintViolation();
            faults.forEach(fault -> note(fault, context));
        }
        return faults.isEmpty();
    }

    private static void note(Fault fault, ConstraintValidatorContext context) {
        var violation = context.buildConstraintViolationWithTemplate(literally(fault.detail()));
        NodeBuilderCustomizableContext place = null;
        for (String token : List.of(String.valueOf(fault.pointer()).split("/", -1))) {
            if (!token.isEmpty()) {
                String name = token.replace("~1", "/").replace("~0", "~");
                place = place == null ? violation.addPropertyNode(name) : place.addPropertyNode(name);
            }
        }
        if (place == null) {
            violation.addConstraintViolation();
        } else {
            place.addConstraintViolation();
        }
    }

    /** A message may show a pattern with braces, which would otherwise be taken for parameters. */
    private static String literally(String message) {
        return message.replaceAll("[\\\\{}$]", "\\\\$0");
    }
}
