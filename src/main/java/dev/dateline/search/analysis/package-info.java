/** Words as search compares them: by language, without what readers and editors write now so and now so. */
@org.jspecify.annotations.NullMarked
package dev.dateline.search.analysis;
