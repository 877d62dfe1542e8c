package dev.dateline.content;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A part of an article's body as readers get it, able to write itself in every format. */
@Schema(
        name = "PublishedBlock",
        description = "A part of an article's body.",
        oneOf = {
            ParagraphBlock.class,
            HeadingBlock.class,
            QuoteBlock.class,
            ListBlock.class,
            ImageBlock.class,
            EmbedBlock.class,
            RelatedLinksBlock.class,
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
            @DiscriminatorMapping(value = "related", schema = RelatedLinksBlock.class),
            @DiscriminatorMapping(value = "fact-box", schema = FactBoxBlock.class),
            @DiscriminatorMapping(value = "divider", schema = DividerBlock.class)
        })
public sealed interface PublishedBlock
        permits ParagraphBlock,
                HeadingBlock,
                QuoteBlock,
                ListBlock,
                ImageBlock,
                EmbedBlock,
                RelatedLinksBlock,
                FactBoxBlock,
                DividerBlock {

    @JsonProperty
    String type();

    /** One or more block elements of HTML. */
    void html(StringBuilder out);

    /** CommonMark, without the blank line between blocks. */
    void markdown(StringBuilder out);

    /** Plain text, without the blank line between blocks. */
    void text(StringBuilder out);
}
