/** The newsroom's half: working copies, and what all kinds of them have in common. */
@org.jspecify.annotations.NullMarked
package dev.dateline.editorial;
