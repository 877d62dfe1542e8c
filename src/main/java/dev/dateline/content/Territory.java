package dev.dateline.content;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A country or the like, by its two letters in ISO 3166-1: {@code BY}, {@code PL}, {@code UA}. */
@Pattern(regexp = "^[A-Z]{2}$")
@ReportAsSingleViolation
@Constraint(validatedBy = TerritoryValidator.class)
@Target({ElementType.FIELD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Territory {
    String message() default "must be the two letters of a country or territory in ISO 3166-1, for example PL or GB";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
