package dev.dateline.contract;

/** The introductions of the two documents. */
final class Texts {

    static final String DELIVERY = """
            What a newsroom has published, as JSON, for web front ends, apps, partners and people with curl.

            - Collections answer `items` and, where there is more, `next`: follow it as it is.
            - Every 200 but a stream and a preview has a strong `ETag`; send it back as `If-None-Match` and get 304 while nothing has changed.
            - Unknown and repeated parameters are refused, so that a typo never widens a query.
            - Errors are `application/problem+json` (RFC 9457); `type` leads to a page that explains it.
            - Where a parameter holds `|`, send it percent-encoded as `%7C`.
            """;

    static final String EDITORIAL = """
            Where a newsroom's tools write. What is written here is public only once it is published.

            - Send an API key as `Authorization: Bearer …`. Roles: reader, contributor, editor, admin; each includes those before.
            - A working copy is answered as status and content side by side; what was read can be changed and sent back.
            - Every write names the version it changes: `If-Match` with the `ETag` of the last read.
            - A creation of content, of a tag or a bulk may carry an `Idempotency-Key`: repeating it gives the same answer and creates nothing twice. Other POST requests refuse one, or are the same when they are repeated; PUT, PATCH and DELETE need none, because `If-Match` says which version they are about.
            - Errors are `application/problem+json` (RFC 9457), with every fault and its JSON Pointer.
            """;

    private Texts() {}
}
