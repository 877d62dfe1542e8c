package dev.dateline.editorial.tag;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.access.Actors;
import dev.dateline.content.TagContent;
import dev.dateline.json.Json;
import dev.dateline.tag.Tag;
import dev.dateline.tag.TagMerge;
import dev.dateline.tag.TagRepository;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tags as the newsroom sees them: status and content side by side. */
@Singleton
class TagRecords {

    private final TagRepository tags;
    private final Actors actors;

    TagRecords(TagRepository tags, Actors actors) {
        this.tags = tags;
        this.actors = actors;
    }

    ObjectNode of(Tag tag) {
        Map<UUID, Tag> above = tags.byId(tag.above());
        ObjectNode view = (ObjectNode) Json.tree(TagStatus.of(tag, merge(tag)));
        view.setAll((ObjectNode) Json.tree(new TagContent(
                tag.type(),
                tag.slug(),
                tag.names(),
                List.copyOf(tag.aliases()),
                tag.above().stream()
                        .map(above::get)
                        .filter(Objects::nonNull)
                        .map(Tag::slug)
                        .toList(),
                tag.announced(),
                tag.isRetired(),
                tag.sameAs(),
                tag.profile(),
                tag.extensions())));
        return view;
    }

    /** Reads what these show of others at once; it stays in the session. */
    List<Tag> expect(List<Tag> page) {
        tags.byId(page.stream()
                .flatMap(tag -> Stream.concat(tag.above().stream(), Stream.of(tag.leadsTo())))
                .collect(Collectors.toSet()));
        return page;
    }

    private @Nullable TagMergeView merge(Tag tag) {
        TagMerge merge = tag.merge();
        Tag other = tags.byId(Set.of(tag.id())).get(tag.id());
        return merge == null || other == null ? null : TagMergeView.of(merge, other, actors::of);
    }
}
