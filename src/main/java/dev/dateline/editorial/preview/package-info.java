/** Links that show one revision of an article, as readers would see it, to whoever holds them. */
@org.jspecify.annotations.NullMarked
package dev.dateline.editorial.preview;
