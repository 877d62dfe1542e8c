package dev.dateline;

import dev.dateline.database.DatabaseFailure;
import dev.dateline.database.EmbeddedPostgres;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.smallrye.config.SmallRyeConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Starts the program, and before it the embedded database when no other one is configured. */
@QuarkusMain
public final class Dateline {

    private static final int STOPPED_BY_FORCE = 143;
    private static final List<String> OF_THE_DATABASE = List.of(Preflight.URL, Preflight.USER, Preflight.PASSWORD);

    private Dateline() {}

    public static void main(String... arguments) {
        // ConnectionGuard lets nothing through that is no URI; Quarkus would parse each once more.
        System.setProperty("vertx.disableURIValidation", "true");
        OptionalInt answered = Arguments.answered(arguments);
        if (answered.isPresent()) {
            System.exit(answered.getAsInt());
            return;
        }
        boolean serves = !Commands.isWithoutServer(arguments);
        if (!serves) {
            System.setProperty("quarkus.http.host-enabled", "false");
        }
        String fault = Preflight.fault(ConfigProvider.getConfig().unwrap(SmallRyeConfig.class), serves);
        if (fault != null) {
            System.err.println(fault);
            System.exit(1);
            return;
        }
        EmbeddedPostgres database;
        try {
            database = startDatabase(arguments);
        } catch (DatabaseFailure e) {
            System.err.println(e.getMessage());
            System.exit(1);
            return;
        }
        AtomicInteger status = new AtomicInteger();
        CountDownLatch stopped = new CountDownLatch(1);
        if (database != null) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> closeAfter(stopped, database), "database-stop"));
        }
        try {
            Quarkus.run(Commands.class, (code, failure) -> status.set(report(code, failure)), arguments);
        } finally {
            stopped.countDown();
            if (database != null) {
                database.close();
                OF_THE_DATABASE.forEach(System::clearProperty);
            }
        }
        System.exit(status.get());
    }

    /** Null when it runs already. */
    private static @Nullable EmbeddedPostgres startDatabase(String... arguments) {
        Config config = ConfigProvider.getConfig();
        if (config.getOptionalValue(Preflight.URL, String.class).isPresent()) {
            return null;
        }
        String folder = config.getOptionalValue("dateline.database.data-dir", String.class)
                .orElse("dateline-data");
        Path data = Path.of(folder).toAbsolutePath();
        if (arguments.length > 0 && arguments[0].equals(BackupCommand.NAME) && EmbeddedPostgres.isRunningIn(data)) {
            use(EmbeddedPostgres.addressIn(data));
            return null;
        }
        EmbeddedPostgres database = EmbeddedPostgres.start(data);
        use(database.address());
        boolean serves = !Commands.isWithoutServer(arguments); // and the sample newsroom has somebody to be shown to
        System.setProperty(SampleNewsroom.DATABASE_CREATED, Boolean.toString(database.created() && serves));
        return database;
    }

    private static void use(EmbeddedPostgres.Address database) {
        System.setProperty(Preflight.URL, database.jdbcUrl());
        System.setProperty(Preflight.USER, EmbeddedPostgres.USER);
        System.setProperty(Preflight.PASSWORD, database.password());
    }

    private static int report(int code, @Nullable Throwable failure) {
        if (failure != null) {
            System.err.println(StartFailure.words(failure)); // logging may not have started
        }
        return failure != null && code == 0 ? 1 : code;
    }

    /** On a signal, the database stops after the program that uses it, not beside it. */
    private static void closeAfter(CountDownLatch stopped, EmbeddedPostgres database) {
        boolean inTime = false;
        try {
            inTime = stopped.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!inTime) {
            System.err.println("The program did not stop within 30 seconds; it ends with its database.");
        }
        database.close();
        if (!inTime) {
            Runtime.getRuntime().halt(STOPPED_BY_FORCE); // whatever still runs would wait for the database
        }
    }
}
