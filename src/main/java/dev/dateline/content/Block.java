package dev.dateline.content;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A part of an article's body as editors write it: a closed set. Readers get {@link PublishedBlock}s. */
@JsonDeserialize(using = BlockDeserializer.class)
@Schema(
        description = "A part of an article's body, as editors write it.",
        oneOf = {
            ParagraphBlock.class,
            HeadingBlock.class,
            QuoteBlock.class,
            ListBlock.class,
            ImageBlock.class,
            EmbedBlock.class,
            RelatedBlock.class,
            FactBoxBlock.class,
            DividerBlock.class
        },
        discriminatorProperty = "type",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "paragraph", schema = ParagraphBlock.class),
            @DiscriminatorMapping(value = "heading", schema = HeadingBlock.class),
            @DiscriminatorMapping(value = "quote", schema = QuoteBlock.class),
            @DiscriminatorMapping(value = "list", schema = ListBlock.class),
            @DiscriminatorMapping(value = "image", schema = ImageBlock.class),
            @DiscriminatorMapping(value = "embed", schema = EmbedBlock.class),
            @DiscriminatorMapping(value = "related", schema = RelatedBlock.class),
            @DiscriminatorMapping(value = "fact-box", schema = FactBoxBlock.class),
            @DiscriminatorMapping(value = "divider", schema = DividerBlock.class)
        })
public sealed interface Block
        permits ParagraphBlock,
                HeadingBlock,
                QuoteBlock,
                ListBlock,
                ImageBlock,
                EmbedBlock,
                RelatedBlock,
                FactBoxBlock,
                DividerBlock {

    @JsonProperty
    String type();

    /**
     * What a reader gets of it, or null for nothing.
     *
     * @param published finds the public link to an article, or null when the article is not public
     */
    default @Nullable PublishedBlock published(Function<String, @Nullable ArticleLink> published) {
        return (PublishedBlock) this;
    }
}
