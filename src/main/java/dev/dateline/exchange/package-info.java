/** Imports: one class a format, all through the same write path as everything else. */
@org.jspecify.annotations.NullMarked
package dev.dateline.exchange;
