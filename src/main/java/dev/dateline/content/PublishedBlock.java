package dev.dateline.content;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.dateline.json.TypedJson;
import dev.dateline.json.TypedJsonDeserializer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A part of an article's body as readers get it, able to write itself in every format. */
@JsonDeserialize(using = TypedJsonDeserializer.class)
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
            GalleryBlock.class,
            VideoBlock.class,
            AudioBlock.class,
            TableBlock.class,
            CodeBlock.class,
            DividerBlock.class
        })
public sealed interface PublishedBlock extends TypedJson
        permits ParagraphBlock,
                HeadingBlock,
                QuoteBlock,
                ListBlock,
                ImageBlock,
                EmbedBlock,
                RelatedLinksBlock,
                FactBoxBlock,
                GalleryBlock,
                VideoBlock,
                AudioBlock,
                TableBlock,
                CodeBlock,
                DividerBlock {

    /** One or more block elements of HTML. */
    void html(StringBuilder out);

    /**
     * Markdown, without the blank line between blocks.
     *
     * @param otherMarker whether a list stands right before, which would go on into this one but for another marker
     */
    void markdown(StringBuilder out, boolean otherMarker);

    /** Whether its Markdown begins with an item of a list. */
    default boolean beginsWithList() {
        return false;
    }

    /** Whether its Markdown ends with an item of a list. */
    default boolean endsInList() {
        return false;
    }

    /** Plain text, without the blank line between blocks. */
    void text(StringBuilder out);
}
