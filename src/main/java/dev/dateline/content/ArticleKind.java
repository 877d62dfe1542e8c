package dev.dateline.content;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** News, or a standing page such as "About us". */
@Schema(description = "News (`article`), or a standing page such as “About us” (`page`).")
public enum ArticleKind {
    @JsonProperty("article")
    ARTICLE,
    @JsonProperty("page")
    PAGE
}
