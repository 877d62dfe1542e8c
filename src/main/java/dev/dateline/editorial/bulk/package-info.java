/** Many editorial operations in one request. */
@org.jspecify.annotations.NullMarked
package dev.dateline.editorial.bulk;
