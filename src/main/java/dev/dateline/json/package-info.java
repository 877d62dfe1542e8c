/** JSON: our own, written and kept; and what comes from outside, read strictly. Kernel: knows no feature. */
@org.jspecify.annotations.NullMarked
package dev.dateline.json;
