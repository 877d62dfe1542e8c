package dev.dateline.http;

import dev.dateline.problem.Fault;
import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The value of {@code If-Match} or {@code If-None-Match}: a list of entity tags, or {@code *} (RFC 9110 sections 8.8.3
 * and 13.1). Empty elements of a list say nothing (section 5.6.1.2).
 */
public final class EntityTags {

    private static final Pattern TAG =
            Pattern.compile("[\\s,]*+(W/)?\"([\\x21\\x23-\\x7e\\x80-\\xff]*)\"\\s*+(?:,[\\s,]*+|$)");

    private final boolean any;
    private final List<String> strong;
    private final List<String> all;

    private EntityTags(boolean any, List<String> strong, List<String> all) {
        this.any = any;
        this.strong = strong;
        this.all = all;
    }

    /** Empty when the value is not well-formed. */
    public static Optional<EntityTags> read(String value) {
        if (value.strip().equals("*")) {
            return Optional.of(new EntityTags(true, List.of(), List.of()));
        }
        List<String> strong = new ArrayList<>();
        List<String> all = new ArrayList<>();
        Matcher matcher = TAG.matcher(value);
        int position = 0;
        while (position < value.length()) {
            if (!matcher.region(position, value.length()).lookingAt()) {
                return Optional.empty();
            }
            all.add(matcher.group(2));
            if (matcher.group(1) == null) {
                strong.add(matcher.group(2));
            }
            position = matcher.end();
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(new EntityTags(false, strong, all));
    }

    /** @throws Problem {@code invalid-header}, when the value is not well-formed */
    public static EntityTags parse(String header, String value) {
        return read(value)
                .orElseThrow(() -> Problem.header(header, "must be an ETag in double quotes, a list of them, or *"));
    }

    /** Strong comparison, for {@code If-Match}. */
    public boolean matchesStrongly(String opaque) {
        return any || strong.contains(opaque);
    }

    /** Weak comparison, for {@code If-None-Match}. */
    public boolean matchesWeakly(String opaque) {
        return any || all.contains(opaque);
    }

    /**
     * Lets a write through only when it names the state it changes.
     *
     * @param present a sentence about the present state, for who comes too late
     * @throws Problem {@code precondition-required} without a value, {@code stale} when it does not match
     */
    public static void require(@Nullable String ifMatch, long version, Supplier<String> present) {
        if (ifMatch == null) {
            throw new Problem(
                    ProblemType.PRECONDITION_REQUIRED,
                    "Send If-Match with the ETag of the version that you read.",
                    List.of(Fault.header("If-Match", "must be the ETag of the version that you read, or *")));
        }
        if (!parse("If-Match", ifMatch).matchesStrongly(Long.toString(version))) {
            throw new Problem(
                    ProblemType.STALE,
                    "The current version is \"" + version + "\". " + present.get(),
                    List.of(Fault.header("If-Match", "must be \"" + version + "\"")));
        }
    }
}
