package dev.dateline;

import dev.dateline.database.Backup;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** Reads a back-up into an empty database. */
@CommandLine.Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        versionProvider = Commands.Version.class,
        description = "Reads a file that backup has written into a database that holds nothing yet.")
public class RestoreCommand implements Callable<Integer> {

    private final Backup backup;

    @CommandLine.Parameters(paramLabel = "FILE", description = "The file to read.", converter = ReadableFile.class)
    Path file = Path.of("");

    RestoreCommand(Backup backup) {
        this.backup = backup;
    }

    @Override
    public Integer call() throws IOException, SQLException {
        backup.restore(file);
        System.out.println("Restored: " + file);
        return 0;
    }
}
