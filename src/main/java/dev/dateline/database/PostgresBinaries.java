package dev.dateline.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.io.FileUtils;
import org.tukaani.xz.XZInputStream;

/** Unpacks the PostgreSQL binaries of this machine's kind, which are a resource on the class path. */
final class PostgresBinaries {

    private PostgresBinaries() {}

    /** The folder with {@code bin} and {@code share}; unpacked once for each build of the binaries. */
    static Path unpack(Path folder) throws IOException {
        String resource = "postgres-" + system() + "-" + architecture() + ".txz";
        URL archive = PostgresBinaries.class.getClassLoader().getResource(resource);
        if (archive == null) {
            throw new DatabaseFailure("No PostgreSQL is packed for this machine (" + resource
                    + "). Install one and set quarkus.datasource.jdbc.url, .username and .password.");
        }
        URLConnection connection = archive.openConnection();
        connection.setUseCaches(false);
        Path binaries = folder.resolve("binaries-" + connection.getContentLengthLong());
        if (!Files.exists(binaries)) {
            Path unfinished = folder.resolve("binaries.unfinished");
            FileUtils.deleteDirectory(unfinished.toFile());
            try (InputStream content = connection.getInputStream()) {
                unpack(content, unfinished);
            }
            Files.move(unfinished, binaries, StandardCopyOption.ATOMIC_MOVE);
        }
        return binaries;
    }

    private static void unpack(InputStream archive, Path target) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive, 1 << 16)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else {
                    Files.createDirectories(path.getParent());
                    if (entry.isSymbolicLink()) {
                        Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                    } else {
                        Files.copy(tar, path);
                        path.toFile().setExecutable((entry.getMode() & 0100) != 0);
                    }
                }
            }
        }
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "darwin" : name.startsWith("windows") ? "windows" : "linux";
    }

    private static String architecture() {
        String name = System.getProperty("os.arch");
        return name.equals("aarch64") ? "arm_64" : "x86_64";
    }
}
