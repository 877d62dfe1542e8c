/** Delivery of breaking-news alerts: what somebody else's program is to send to phones, and until when. */
@org.jspecify.annotations.NullMarked
package dev.dateline.alert;
