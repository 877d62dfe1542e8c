/** The one door between what the newsroom works on and what the public sees. */
@org.jspecify.annotations.NullMarked
package dev.dateline.editorial.publishing;
