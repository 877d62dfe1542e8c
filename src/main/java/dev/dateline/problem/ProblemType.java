package dev.dateline.problem;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Every way in which a request can fail: one closed list. The slug in {@link #uri()} is part of the contract and never
 * changes; each resolves to a page that explains it.
 */
public enum ProblemType {
    INVALID_INPUT(
            400,
            "The content does not fit",
            "The body is JSON, but fields of it are unknown, of the wrong type or outside their limits."
                    + " Every fault is in errors, with a JSON Pointer to the field and what would be right."),
    MALFORMED_JSON(
            400,
            "The body is not JSON",
            "The body could not be read as one JSON document in UTF-8. The detail names the line and column."),
    INVALID_PARAMETER(
            400,
            "A parameter does not fit",
            "A query or path parameter is unknown, repeated or has a value that is not allowed."
                    + " Unknown parameters are refused, because a filter that is silently ignored returns too much."),
    INVALID_CURSOR(
            400,
            "The cursor is none of this query",
            "A cursor continues one query. Follow next and previous as they were given, or start again without a cursor."),
    CURSOR_EXPIRED(
            410,
            "The changes since then are not kept any more",
            "The log of changes keeps all of them for some weeks, and afterwards only the last of each thing. The same is answered after"
                    + " a failover that lost changes. Start anew: ask /v1/changes without since."),
    INVALID_HEADER(400, "A header does not fit", "A request header has a value that cannot be understood."),
    BAD_REQUEST(
            400,
            "The request cannot be understood",
            "The request is not well-formed HTTP/1.1: a request line with a path, one Host, a body framed by Content-Length or by"
                    + " Transfer-Encoding: chunked, header lines without spaces in their names, and % only before two hexadecimal digits."),
    UNAUTHENTICATED(
            401,
            "A key is needed",
            "Send an API key or a token as Authorization: Bearer …. The one that was sent is unknown, expired or revoked,"
                    + " or there was none."),
    FORBIDDEN(
            403,
            "The role does not allow this",
            "The key or token is good, but its role does not include this operation."),
    NOT_FOUND(
            404,
            "Not found",
            "There is nothing here that you may see. What was never published and what never was look the same."),
    METHOD_NOT_ALLOWED(405, "The method is not allowed here", "The address exists, but not for this method."),
    NOT_ACCEPTABLE(406, "No such representation", "The address cannot answer in a media type that Accept allows."),
    REQUEST_TIMEOUT(
            408,
            "The request came too slowly",
            "The head or the body of the request was waited for too long. Send it again."),
    CONFLICT(
            409,
            "The state does not allow this",
            "The request is well-formed, but what it would do contradicts what is stored: an address is taken, a tag is in"
                    + " use, an article lacks what publishing needs. The detail says what."),
    WITHDRAWN(
            410,
            "Withdrawn",
            "This was published and has been withdrawn. It will not come back under this address by itself."),
    STALE(
            412,
            "Somebody was faster",
            "The thing has changed since you read it, so If-Match no longer holds. Read it again and decide."),
    BODY_TOO_LARGE(
            413, "The body is too large", "The body is longer than this address accepts. The detail names the limit."),
    ADDRESS_TOO_LONG(
            414,
            "The address is too long",
            "The request line is longer than 8,192 bytes. Cursors and filters fit into far less."),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "The media type is not supported",
            "Send the Content-Type that the documentation names, without a Content-Encoding."),
    IDEMPOTENCY_KEY_REUSED(
            422,
            "The idempotency key was used for something else",
            "An Idempotency-Key stands for one creation. Use a new key for a new thing."),
    PRECONDITION_REQUIRED(
            428,
            "If-Match is missing",
            "Writes name the state they change: send If-Match with the ETag of the last read, or * to overwrite."),
    TOO_MANY_REQUESTS(
            429,
            "Too many requests",
            "This client has used up its share of requests, or has shown too many wrong keys. Wait as many seconds as"
                    + " Retry-After says; where there is a RateLimit, it tells what is left."),
    HEADERS_TOO_LARGE(431, "The headers are too large", "The request's headers are larger than 16 kilobytes together."),
    INTERNAL(
            500,
            "Something broke here",
            "The fault is ours. It is in the program's log, with the time of this answer."),
    UNAVAILABLE(
            503,
            "Not available just now",
            "The program is starting, stopping or cannot reach its database. Try again soon.");

    /** Where the pages are that explain them. */
    public static final String PATH = "/problems";

    private final int status;
    private final String title;
    private final String explanation;

    ProblemType(int status, String title, String explanation) {
        this.status = status;
        this.title = title;
        this.explanation = explanation;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String explanation() {
        return explanation;
    }

    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A relative reference, as RFC 9457 section 3.1.1 allows: it resolves on the very server that answered. */
    public String uri() {
        return PATH + "/" + slug();
    }

    public static Optional<ProblemType> ofSlug(String slug) {
        return Arrays.stream(values()).filter(type -> type.slug().equals(slug)).findFirst();
    }

    /** The type for a failure that a framework reports with nothing but a status. */
    public static ProblemType ofStatus(int status) {
        return Arrays.stream(values())
                .filter(type -> type.status == status && type != INVALID_INPUT)
                .findFirst()
                .map(type -> status == 400 ? BAD_REQUEST : type)
                .orElse(status < 500 ? BAD_REQUEST : INTERNAL);
    }
}
