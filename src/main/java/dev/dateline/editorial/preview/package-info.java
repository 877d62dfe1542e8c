/** Links that show one revision of an article, as readers would see it, to all who hold them. */
@org.jspecify.annotations.NullMarked
package dev.dateline.editorial.preview;
