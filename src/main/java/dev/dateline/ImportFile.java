package dev.dateline;

import dev.dateline.exchange.ImportFormat;
import java.nio.file.Path;
import picocli.CommandLine;

/** A file to import, and the format that its name tells. */
record ImportFile(Path path, ImportFormat format) {

    /** Tells a wrong name before the database is started for it. */
    static final class Converter implements CommandLine.ITypeConverter<ImportFile> {

        @Override
        public ImportFile convert(String name) {
            Path path = new ReadableFile().convert(name);
            return ImportFormat.ofFile(path)
                    .map(format -> new ImportFile(path, format))
                    .orElseThrow(() -> new CommandLine.TypeConversionException("The name must end in one of "
                            + ImportFormat.allEndings() + ", with or without .gz after it: " + name));
        }
    }
}
