package dev.dateline.editorial.embed;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.content.EmbedBlock;
import dev.dateline.json.InputReader;
import dev.dateline.json.Json;
import dev.dateline.json.JsonBody;
import dev.dateline.outbound.OutboundDownload;
import dev.dateline.problem.Problem;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Asks the site of an embed what it is. */
@Singleton
class EmbedService {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long MOST_BYTES = 1_000_000;

    private final InputReader inputs;
    private final EmbedProviders providers;
    private final OutboundDownload downloads;

    EmbedService(InputReader inputs, EmbedProviders providers, OutboundDownload downloads) {
        this.inputs = inputs;
        this.providers = providers;
        this.downloads = downloads;
    }

    /** @throws Problem {@code invalid-input} that names the address, when its site cannot be asked or says nothing of it */
    EmbedBlock described(JsonBody body) throws InterruptedException {
        URI address = address(inputs.read(body.json(), EmbedInput.class).url());
        String question =
                providers.question(address).orElseThrow(() -> refused("must lie at one of " + providers.names()));
        return OEmbedAnswer.block(address.toString(), answer(question));
    }

    private static URI address(String url) {
        try {
            URI address = new URI(url.strip());
            if (address.getHost() != null
                    && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()))) {
                return address;
            }
        } catch (URISyntaxException e) {
            // said below
        }
        throw refused("must be an address that begins with https://");
    }

    private JsonNode answer(String question) throws InterruptedException {
        try {
            Path file = Files.createTempFile("dateline-embed", ".json");
            try {
                downloads.fetch(question, "application/json", file, PATIENCE, MOST_BYTES);
                return Json.MAPPER.readTree(file.toFile());
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw refused("cannot be asked about at its site now: " + e.getMessage());
        }
    }

    private static Problem refused(String detail) {
        return Problem.invalid("/url", detail);
    }
}
