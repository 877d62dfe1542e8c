/** Telling other people's servers what has changed. */
@org.jspecify.annotations.NullMarked
package dev.dateline.webhook;
