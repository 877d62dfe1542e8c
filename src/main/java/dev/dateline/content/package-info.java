/** The vocabulary that both halves share: blocks, inline text, images, languages, slugs. Values only. */
@org.jspecify.annotations.NullMarked
package dev.dateline.content;
