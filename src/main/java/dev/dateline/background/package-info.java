/** Threads that go on until the program stops. Kernel: knows no feature. */
@org.jspecify.annotations.NullMarked
package dev.dateline.background;
