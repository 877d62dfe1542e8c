/** The kernel of every answer and question: problems, parameters, cursors, merge patch. It knows no feature. */
@org.jspecify.annotations.NullMarked
package dev.dateline.http;
