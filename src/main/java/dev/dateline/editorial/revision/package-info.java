/** What things were before they were saved again, and what changed. */
@org.jspecify.annotations.NullMarked
package dev.dateline.editorial.revision;
