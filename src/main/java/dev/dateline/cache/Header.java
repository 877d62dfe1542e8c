package dev.dateline.cache;

import io.netty.util.AsciiString;

/** A header as it goes out. */
record Header(AsciiString name, AsciiString value) {}
