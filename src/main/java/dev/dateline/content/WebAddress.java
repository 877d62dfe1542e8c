package dev.dateline.content;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An absolute http or https URL. Other schemes ({@code javascript:} above all) never reach a reader's page. */
@Pattern(regexp = WebAddress.PATTERN)
@Size(max = 2000)
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface WebAddress {
    /** What an absolute http or https URL looks like; anchored, because JSON Schema's patterns match anywhere. */
    String PATTERN = "^https?://[^\\s/?#\"'<>\\\\]+[^\\s\"<>\\\\]*$";

    String message() default "must be an http or https URL of at most 2000 characters";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
