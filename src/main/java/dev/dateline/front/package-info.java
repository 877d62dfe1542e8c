/** Delivery of fronts: whole pages, with story lists and callouts in order and no article twice. */
@org.jspecify.annotations.NullMarked
package dev.dateline.front;
