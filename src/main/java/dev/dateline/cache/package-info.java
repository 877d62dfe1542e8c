/** Finished answers in memory: keys, versions of cache groups, what others may keep, and the memory that all this takes. */
@org.jspecify.annotations.NullMarked
package dev.dateline.cache;
