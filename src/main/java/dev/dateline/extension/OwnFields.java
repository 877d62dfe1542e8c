package dev.dateline.extension;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The newsroom's own fields of a kind of content, which must be as its schema says. Each fault names the field. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = OwnFieldsValidator.class)
public @interface OwnFields {

    /** The kind, by the name of its setting in {@link ExtensionConfig}. */
    String of();

    /** Whether none that must be there may be missing. Of what has drafts that is asked when it is published. */
    boolean isComplete() default true;

    String message() default "must be as the schema of this installation says";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
