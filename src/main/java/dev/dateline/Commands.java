package dev.dateline;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import picocli.CommandLine;

/** The command line: without a command, the program serves. */
@CommandLine.Command(
        name = "dateline",
        mixinStandardHelpOptions = true,
        versionProvider = Commands.Version.class,
        description = "A headless content API for newsrooms. Without a command it serves.",
        subcommands = {ImportCommand.class, BackupCommand.class, RestoreCommand.class})
public class Commands implements QuarkusApplication, Runnable {

    private final CommandLine.IFactory factory;
    private final Greeting greeting;

    Commands(CommandLine.IFactory factory, Greeting greeting) {
        this.factory = factory;
        this.greeting = greeting;
    }

    /** As the build wrote it down; unknown where classes lie in a folder. */
    static final class Version implements CommandLine.IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = Commands.class.getPackage().getImplementationVersion();
            return new String[] {"Dateline " + (version == null ? "(not built)" : version)};
        }
    }

    static boolean isWithoutServer(String... arguments) {
        return arguments.length > 0;
    }

    @Override
    public int run(String... arguments) {
        return new CommandLine(this, factory)
                .setExecutionExceptionHandler(CommandFailure::told)
                .execute(arguments);
    }

    @Override
    public void run() {
        greeting.print();
        Quarkus.waitForExit();
    }
}
