/**
 * Decoding, scaling and encoding pictures, without a server around it: a worker process reads what was uploaded, and renditions
 * are made of what it wrote.
 */
@org.jspecify.annotations.NullMarked
package dev.dateline.picture;
