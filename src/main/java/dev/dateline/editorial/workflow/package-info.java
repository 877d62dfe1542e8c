/** Review, publication, schedule and revisions over HTTP, the same for every kind of thing. */
@org.jspecify.annotations.NullMarked
package dev.dateline.editorial.workflow;
