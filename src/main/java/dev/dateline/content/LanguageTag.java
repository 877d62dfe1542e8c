package dev.dateline.content;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.IllformedLocaleException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A language as in BCP 47: {@code be}, {@code ru}, {@code en-GB}, {@code be-tarask}. */
@Constraint(validatedBy = LanguageTag.Validator.class)
@Target({ElementType.FIELD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface LanguageTag {
    String message() default "must be a BCP 47 language tag, for example be, ru or en-GB";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Accepts what {@link Languages#canonical} accepts. */
    final class Validator implements ConstraintValidator<LanguageTag, String> {
        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            try {
                return value == null || !Languages.canonical(value).isEmpty();
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
    }

    /** Puts language tags into their canonical case. */
    final class Languages {

        private Languages() {}

        /** @throws IllegalArgumentException when the tag is not well-formed or names no language */
        public static String canonical(String tag) {
            try {
                Locale locale = new Locale.Builder().setLanguageTag(tag).build();
                if (locale.getLanguage().isEmpty() || tag.length() > 35) {
                    throw new IllegalArgumentException("no language");
                }
                return locale.toLanguageTag();
            } catch (IllformedLocaleException e) {
                throw new IllegalArgumentException("not a language tag", e);
            }
        }
    }
}
