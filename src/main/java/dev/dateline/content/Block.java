package dev.dateline.content;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.dateline.json.TypedJson;
import dev.dateline.json.TypedJsonDeserializer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A part of an article's body as editors write it: a closed set. Readers get {@link PublishedBlock}s. */
@JsonDeserialize(using = TypedJsonDeserializer.class)
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
            GalleryBlock.class,
            VideoBlock.class,
            AudioBlock.class,
            TableBlock.class,
            CodeBlock.class,
            DividerBlock.class
        })
public sealed interface Block extends TypedJson
        permits ParagraphBlock,
                HeadingBlock,
                QuoteBlock,
                ListBlock,
                ImageBlock,
                EmbedBlock,
                RelatedBlock,
                FactBoxBlock,
                GalleryBlock,
                VideoBlock,
                AudioBlock,
                TableBlock,
                CodeBlock,
                DividerBlock {

    /** What a reader gets of it, or null for nothing. The public link to an article is found, or null, by its id. */
    default @Nullable PublishedBlock published(Function<String, @Nullable ArticleLink> published) {
        return (PublishedBlock) this;
    }

    /** The same with other pictures, or null when nothing is left. A JSON Pointer says where the block stands. */
    default @Nullable Block withImages(String pointer, ImageChange change) {
        return this;
    }

    /** The same blocks with other pictures, those of a text. What nothing is left of falls away. */
    static List<Block> withImages(List<Block> body, ImageChange change) {
        List<Block> changed = new ArrayList<>();
        for (int i = 0; i < body.size(); i++) {
            Block block = body.get(i).withImages("/body/" + i, change);
            if (block != null) {
                changed.add(block);
            }
        }
        return changed;
    }
}
