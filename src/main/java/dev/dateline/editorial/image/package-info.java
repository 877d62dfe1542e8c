/** Uploading pictures and saying what they are. */
@org.jspecify.annotations.NullMarked
package dev.dateline.editorial.image;
