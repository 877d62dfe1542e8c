/** What other sites say of what an editor wants to embed. */
@org.jspecify.annotations.NullMarked
package dev.dateline.editorial.embed;
