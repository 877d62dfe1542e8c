/** Working copies of articles. */
@org.jspecify.annotations.NullMarked
package dev.dateline.editorial.article;
