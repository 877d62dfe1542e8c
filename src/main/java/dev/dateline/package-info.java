/** Dateline: a headless content API for newsrooms. */
@org.jspecify.annotations.NullMarked
package dev.dateline;
