package dev.dateline.editorial.preview;

import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.Pattern;
import java.util.Optional;

/** Where a preview is shown to people. */
@ConfigMapping(prefix = "dateline.preview")
public interface PreviewConfig {

    /**
     * The front end's own address for a preview, with {@code {token}} where the link's token belongs, such as
     * {@code https://www.example.org/preview/{token}}. Browsers that open a preview link are sent there; the front end then
     * reads {@code /v1/previews/{token}} as JSON. Without it, browsers get a plain page.
     */
    Optional<
                    @Pattern(
                            regexp = "https?://[^{}\\s]+\\{token}[^{}\\s]*",
                            message =
                                    "must be an address with {token} in it, such as https://www.example.org/preview/{token}")
                    String>
            url();
}
