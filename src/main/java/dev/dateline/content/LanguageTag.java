package dev.dateline.content;

import com.ibm.icu.util.IllformedLocaleException;
import com.ibm.icu.util.ULocale;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A language as in BCP 47: {@code be}, {@code ru}, {@code en-GB}, {@code be-tarask}. */
@Constraint(validatedBy = LanguageTag.Validator.class)
@Target({ElementType.FIELD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface LanguageTag {
    /** Characters of the longest tag that is taken (RFC 5646 section 4.4.1). */
    int MAX_LENGTH = 35;

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

    /** Puts language tags into the form that BCP 47 calls canonical. */
    final class Languages {

        /** No longer subtag was ever registered for a language; what has one is a word such as {@code english}. */
        private static final int MAX_LANGUAGE_LENGTH = 3;

        /** What a parameter for one must be. */
        public static final String ONE = "a BCP 47 language tag, for example be";

        /** What a parameter for several must be. */
        public static final String SEVERAL = "at most 100 BCP 47 language tags with commas between, for example be,ru";

        /** In the place of a language: the first of those that the reader's {@code Accept-Language} names and that there is. */
        public static final String AUTO = "auto";

        private static final int MAX_ACCEPTED = 1_000;

        private Languages() {}

        /** The language with an English name: {@code Russian} is {@code ru}. */
        public static Optional<String> named(String name) {
            return Stream.of(ULocale.getISOLanguages())
                    .filter(code -> new ULocale(code)
                            .getDisplayLanguage(ULocale.ENGLISH)
                            .equalsIgnoreCase(name.strip()))
                    .findFirst();
        }

        /** A tag, and what it becomes when it is made shorter: {@code en-GB}, then {@code en} (RFC 4647 section 3.4). */
        public static Stream<String> lookupOrder(String tag) {
            List<String> ranges = new ArrayList<>(ranges(tag));
            Collections.reverse(ranges);
            return ranges.stream();
        }

        /** Whether a tag is in a range: the same, or with more behind it (RFC 4647 section 3.3.1). Both are canonical. */
        public static boolean isIn(String range, String tag) {
            return tag.equals(range) || tag.startsWith(range + "-");
        }

        /** The ranges that a tag is in: {@code be-tarask} is in {@code be} and in itself. */
        public static List<String> ranges(String tag) {
            List<String> ranges = new ArrayList<>();
            for (int end = tag.indexOf('-'); end >= 0; end = tag.indexOf('-', end + 1)) {
                ranges.add(tag.substring(0, end));
            }
            ranges.add(tag);
            return ranges;
        }

        /**
         * The ranges that a reader wants and that a tag is in, each made shorter where nothing is in the whole (RFC 4647
         * section 3.4), the most wanted first.
         *
         * @param accepted an {@code Accept-Language} header
         */
        public static List<String> lookup(@Nullable String accepted, Collection<String> available) {
            return accepted(accepted)
                    .flatMap(range -> longest(range, available).stream())
                    .distinct()
                    .toList();
        }

        private static Optional<String> longest(String wanted, Collection<String> available) {
            return ranges(wanted).stream()
                    .filter(range -> available.stream().anyMatch(tag -> isIn(range, tag)))
                    .reduce((shorter, longer) -> longer);
        }

        /** What cannot be read says nothing. */
        private static Stream<String> accepted(@Nullable String header) {
            if (header == null || header.length() > MAX_ACCEPTED) {
                return Stream.of();
            }
            try {
                return Locale.LanguageRange.parse(header).stream()
                        .filter(range -> range.getWeight() > 0)
                        .flatMap(range -> canonicalIfAny(range.getRange()));
            } catch (IllegalArgumentException e) {
                return Stream.of();
            }
        }

        /** The same for a text that may be none; then nothing. */
        public static Stream<String> canonicalIfAny(String tag) {
            try {
                return Stream.of(canonical(tag));
            } catch (IllegalArgumentException e) {
                return Stream.of();
            }
        }

        /**
         * {@code bel} is {@code be}, and {@code be-TARASK} is {@code be-tarask}.
         *
         * @throws IllegalArgumentException when the tag is not well-formed or names no language
         */
        public static String canonical(String tag) {
            try {
                ULocale locale = new ULocale.Builder().setLanguageTag(tag).build();
                String canonical = ULocale.createCanonical(locale).toLanguageTag();
                int length = canonical.indexOf('-') < 0 ? canonical.length() : canonical.indexOf('-');
                if (tag.length() > MAX_LENGTH || length > MAX_LANGUAGE_LENGTH || length < 2) {
                    throw new IllegalArgumentException("no language");
                }
                return canonical;
            } catch (IllformedLocaleException e) {
                throw new IllegalArgumentException("not a language tag", e);
            }
        }
    }
}
