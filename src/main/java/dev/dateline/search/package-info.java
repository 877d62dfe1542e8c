/** Search over what is published: an index on every node, fed by the change log. Nothing that is not public is in it. */
@org.jspecify.annotations.NullMarked
package dev.dateline.search;
