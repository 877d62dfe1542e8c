/** What time it is, for all nodes alike, and ids in its order. Kernel: knows no feature. */
@org.jspecify.annotations.NullMarked
package dev.dateline.time;
