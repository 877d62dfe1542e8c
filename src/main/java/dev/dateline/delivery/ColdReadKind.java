package dev.dateline.delivery;

/** What a cold read takes. Each kind has threads of its own, so that one that takes much has only its like wait. */
enum ColdReadKind {
    /** One thing, or a page of short ones. */
    SHORT,
    /** A page of whole articles, or another form of a page, made of them: it takes some ten times its bytes in the heap. */
    LONG,
    /** A picture, which takes a processor to make, and the database only to find. */
    FILE
}
