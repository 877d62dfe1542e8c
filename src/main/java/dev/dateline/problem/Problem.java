package dev.dateline.problem;

import dev.dateline.http.ProblemMappers;
import java.util.List;

/**
 * A request that fails, thrown from anywhere below a resource and answered as {@code application/problem+json}
 * (RFC 9457) by {@link ProblemMappers}. The detail is shown to the caller: it never holds a class name, SQL or more than
 * a few words of what was sent.
 */
public final class Problem extends RuntimeException {

    private final ProblemType type;
    private final String detail;
    private final transient List<Fault> faults;

    public Problem(ProblemType type, String detail) {
        this(type, detail, List.of());
    }

    public Problem(ProblemType type, String detail, List<Fault> faults) {
        super(type + ": " + detail);
        this.type = type;
        this.detail = detail;
        this.faults = List.copyOf(faults);
    }

    public static Problem notFound() {
        return new Problem(ProblemType.NOT_FOUND, "There is nothing at this address.");
    }

    public static Problem conflict(String detail) {
        return new Problem(ProblemType.CONFLICT, detail);
    }

    public static Problem conflict(String pointer, String detail) {
        return new Problem(ProblemType.CONFLICT, detail, List.of(Fault.at(pointer, detail)));
    }

    public static Problem invalid(List<Fault> faults) {
        return new Problem(ProblemType.INVALID_INPUT, summary(faults, "field"), faults);
    }

    public static Problem invalid(String pointer, String detail) {
        return invalid(List.of(Fault.at(pointer, detail)));
    }

    public static Problem parameter(List<Fault> faults) {
        return new Problem(ProblemType.INVALID_PARAMETER, summary(faults, "parameter"), faults);
    }

    public static Problem parameter(String name, String detail) {
        return parameter(List.of(Fault.parameter(name, detail)));
    }

    public static Problem header(String name, String detail) {
        return new Problem(ProblemType.INVALID_HEADER, name + " " + detail + ".", List.of(Fault.header(name, detail)));
    }

    /** The same about a body in which something stands elsewhere. */
    public Problem moved(String from, String to) {
        return new Problem(
                type,
                detail,
                faults.stream().map(fault -> fault.moved(from, to)).toList());
    }

    /** The same where the parameters of a query stand as fields in a body. */
    public Problem asOfBody() {
        return invalid(faults.stream().map(Fault::asField).toList());
    }

    private static String summary(List<Fault> faults, String noun) {
        return faults.size() == 1 ? "One " + noun + " is wrong." : faults.size() + " " + noun + "s are wrong.";
    }

    public ProblemType type() {
        return type;
    }

    public List<Fault> faults() {
        return faults;
    }

    /** Its faults; where it names none, what it says. */
    public List<Fault> reasons() {
        return faults.isEmpty() ? List.of(Fault.at("", detail)) : faults;
    }

    public ProblemDetails details() {
        return new ProblemDetails(type.uri(), type.title(), type.status(), detail, faults);
    }
}
