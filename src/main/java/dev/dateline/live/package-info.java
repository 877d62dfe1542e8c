/** Live pages: what readers get of the updates that an article of kind {@code live} holds. */
@org.jspecify.annotations.NullMarked
package dev.dateline.live;
