package dev.dateline;

import dev.dateline.exchange.ImportFormat;
import dev.dateline.exchange.ImportOptions;
import dev.dateline.exchange.ImportResult;
import dev.dateline.exchange.ImportService;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.ConfigMapping;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;

/** A small newsroom to look around in, loaded through the import when a fresh embedded database asks for it. */
@Singleton
class SampleNewsroom {

    /** Set to {@code true} when this run created the embedded database. */
    static final String DATABASE_CREATED = "dateline.created-database";

    private static final Logger LOG = Logger.getLogger(SampleNewsroom.class);
    private static final String RESOURCE = "/sample/newsroom.ndjson";

    /** Whether to load the sample. */
    @ConfigMapping(prefix = "dateline.sample")
    interface Settings {

        /** Loads the sample newsroom at the start. Left out: into an embedded database when that has just been created. */
        Optional<Boolean> enabled();
    }

    private final Settings settings;
    private final ImportService imports;
    private boolean loaded;

    SampleNewsroom(Settings settings, ImportService imports) {
        this.settings = settings;
        this.imports = imports;
    }

    void onStart(@Observes @Priority(2000) StartupEvent event) throws IOException {
        if (settings.enabled().orElse(Boolean.getBoolean(DATABASE_CREATED))) {
            load();
        }
    }

    private void load() throws IOException {
        Path file = Files.createTempFile("dateline-sample", ".ndjson");
        try (InputStream sample = Objects.requireNonNull(getClass().getResourceAsStream(RESOURCE))) {
            Files.copy(sample, file, StandardCopyOption.REPLACE_EXISTING);
            ImportResult result = imports.run(ImportFormat.NDJSON, file, new ImportOptions(false, false), bytes -> {});
            LOG.infof("The sample newsroom: %s", result.summary());
            result.problems().forEach(LOG::warn);
            loaded = true;
        } finally {
            Files.deleteIfExists(file);
        }
    }

    boolean isLoaded() {
        return loaded;
    }
}
