/** Working copies of story lists. */
@org.jspecify.annotations.NullMarked
package dev.dateline.editorial.storylist;
