/** How a request can fail: one closed list of problems (RFC 9457). Kernel: knows no feature. */
@org.jspecify.annotations.NullMarked
package dev.dateline.problem;
