/** HTTP/1.1 connections: slow clients, requests that are none, one spelling for each address. Kernel: knows no feature. */
@org.jspecify.annotations.NullMarked
package dev.dateline.connection;
