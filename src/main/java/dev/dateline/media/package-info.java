/** The library's pictures: the store of their bytes, what is public of them, and the renditions that readers get. */
@org.jspecify.annotations.NullMarked
package dev.dateline.media;
