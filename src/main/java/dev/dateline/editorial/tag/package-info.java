/** Writing tags. */
@org.jspecify.annotations.NullMarked
package dev.dateline.editorial.tag;
