package dev.dateline.content;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Knows the codes that are assigned: who restricts something to {@code UK} would show it to nobody. */
public final class TerritoryValidator implements ConstraintValidator<Territory, String> {

    private static final Set<String> ASSIGNED = Set.of(Locale.getISOCountries());

    @Override
    public boolean isValid(@Nullable String code, ConstraintValidatorContext context) {
        return code == null || ASSIGNED.contains(code);
    }
}
