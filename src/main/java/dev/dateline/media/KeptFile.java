package dev.dateline.media;

import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/** A file of a folder that is bounded in size. */
record KeptFile(Path path, FileTime since, long bytes) {}
