/** Who did what to which thing, when: append-only, and apart from content. */
@org.jspecify.annotations.NullMarked
package dev.dateline.editorial.audit;
