package dev.dateline;

import dev.dateline.database.DatabaseFailure;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;

/** The command line: without a command, the program serves. */
@CommandLine.Command(
        name = "dateline",
        mixinStandardHelpOptions = true,
        description = "A headless content API for newsrooms. Without a command it serves.",
        subcommands = {ImportCommand.class, BackupCommand.class, RestoreCommand.class})
public class Commands implements QuarkusApplication, Runnable {

    private final CommandLine.IFactory factory;
    private final Greeting greeting;

    Commands(CommandLine.IFactory factory, Greeting greeting) {
        this.factory = factory;
        this.greeting = greeting;
    }

    static boolean isWithoutServer(String... arguments) {
        return arguments.length > 0;
    }

    @Override
    public int run(String... arguments) {
        return new CommandLine(this, factory)
                .setExecutionExceptionHandler(Commands::refused)
                .execute(arguments);
    }

    /** What says itself what to do needs no trace of where it was found. */
    private static int refused(Exception failure, CommandLine command, CommandLine.ParseResult arguments)
            throws Exception {
        if (failure instanceof DatabaseFailure || failure instanceof IOException) {
            System.err.println(words(failure));
            return 1;
        }
        throw failure;
    }

    /** Of a file, Java says only which it is. */
    private static String words(Exception failure) {
        if (failure instanceof NoSuchFileException) {
            return "There is no file or folder " + failure.getMessage() + ".";
        }
        String message = failure.getMessage();
        return message == null || failure instanceof FileSystemException ? failure.toString() : message;
    }

    @Override
    public void run() {
        greeting.print();
        Quarkus.waitForExit();
    }
}
