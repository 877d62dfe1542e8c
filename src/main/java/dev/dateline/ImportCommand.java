package dev.dateline;

import dev.dateline.exchange.ImportOptions;
import dev.dateline.exchange.ImportResult;
import dev.dateline.exchange.ImportService;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import picocli.CommandLine;

/** Imports a file straight into the database, with a progress bar. */
@CommandLine.Command(
        name = "import",
        mixinStandardHelpOptions = true,
        versionProvider = Commands.Version.class,
        description = "Imports a file: .ndjson or .jsonl, or a WordPress export (.xml, .wxr).")
public class ImportCommand implements Callable<Integer> {

    private final ImportService imports;

    @CommandLine.Parameters(
            paramLabel = "FILE",
            description = "The file to import.",
            converter = ImportFile.Converter.class)
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    ImportFile file;

    @CommandLine.Option(
            names = "--publish",
            description =
                    "NDJSON: publishes records that say nothing of their publication; otherwise they become drafts.")
    boolean publish;

    @CommandLine.Option(
            names = "--pictures",
            description = "Fetches the pictures that the records show from the web into the library, each once.")
    boolean pictures;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    CommandLine.Model.CommandSpec spec;

    ImportCommand(ImportService imports) {
        this.imports = imports;
    }

    @Override
    public Integer call() throws IOException {
        if (publish && !file.format().leavesPublicationOpen()) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--publish goes only with NDJSON: a WordPress export says what is published.");
        }
        if (pictures && !imports.fetchesPictures()) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--pictures needs the setting dateline.media.fetch=true.");
        }
        ProgressBarBuilder builder = new ProgressBarBuilder()
                .setTaskName("Import")
                .setInitialMax(Files.size(file.path()))
                .setUnit(" MB", 1_000_000)
                .showSpeed();
        ImportResult result;
        try (ProgressBar bar = builder.build()) {
            result = imports.run(file.format(), file.path(), new ImportOptions(publish, pictures), bar::stepTo);
        }
        System.out.println(result.summary());
        result.problems().forEach(System.out::println);
        return result.complete() ? 0 : 1;
    }
}
