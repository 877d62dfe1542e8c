/** Requests and answers: parameters, cursors, pages, entity tags, problems as answers. Kernel: knows no feature. */
@org.jspecify.annotations.NullMarked
package dev.dateline.http;
