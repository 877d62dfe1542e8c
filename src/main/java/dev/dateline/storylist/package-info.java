/** Delivery of story lists: named, ordered lists of articles and outside links. */
@org.jspecify.annotations.NullMarked
package dev.dateline.storylist;
