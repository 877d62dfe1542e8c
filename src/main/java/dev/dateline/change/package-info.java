/** The change log: what became public when, in one history that every node follows. */
@org.jspecify.annotations.NullMarked
package dev.dateline.change;
