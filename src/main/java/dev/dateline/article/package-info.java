/** Delivery of articles: what is public of them, as it was when it was published. */
@org.jspecify.annotations.NullMarked
package dev.dateline.article;
