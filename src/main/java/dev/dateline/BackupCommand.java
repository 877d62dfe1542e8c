package dev.dateline;

import dev.dateline.database.Backup;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** Writes a back-up of the database, also while another process serves from it. */
@CommandLine.Command(
        name = BackupCommand.NAME,
        mixinStandardHelpOptions = true,
        versionProvider = Commands.Version.class,
        description =
                "Writes all that the database holds into a file, also while Dateline runs. Copy the pictures after it.")
public class BackupCommand implements Callable<Integer> {

    static final String NAME = "backup";

    private final Backup backup;

    @CommandLine.Parameters(paramLabel = "FILE", description = "The file to write. There must be none of that name.")
    Path file = Path.of("");

    BackupCommand(Backup backup) {
        this.backup = backup;
    }

    @Override
    public Integer call() throws IOException, SQLException {
        backup.write(file);
        System.out.println("Written: " + file);
        return 0;
    }
}
