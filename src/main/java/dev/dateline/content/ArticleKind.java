package dev.dateline.content;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** News, news that is told while it happens, or a standing page such as "About us". */
@Schema(
        description =
                "News (`article`), news that is told in updates while it happens (`live`), or a standing page such as “About us” (`page`).")
public enum ArticleKind {
    @JsonProperty("article")
    ARTICLE,
    @JsonProperty("page")
    PAGE,
    @JsonProperty("live")
    LIVE
}
