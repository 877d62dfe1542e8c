/** Fields of a newsroom's own, which an installation declares with JSON Schema. */
@org.jspecify.annotations.NullMarked
package dev.dateline.extension;
