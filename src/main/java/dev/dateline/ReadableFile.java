package dev.dateline;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;

/** The file that a command reads: one that is missing is told before the database is started for it. */
final class ReadableFile implements CommandLine.ITypeConverter<Path> {

    @Override
    public Path convert(String name) {
        Path file = Path.of(name);
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new CommandLine.TypeConversionException("There is no readable file " + name + ".");
        }
        return file;
    }
}
