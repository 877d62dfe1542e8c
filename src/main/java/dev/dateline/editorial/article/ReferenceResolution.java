package dev.dateline.editorial.article;

import dev.dateline.content.ArticleContent;
import dev.dateline.content.Block;
import dev.dateline.content.Credit;
import dev.dateline.content.LanguageTag.Languages;
import dev.dateline.content.RelatedBlock;
import dev.dateline.content.TagType;
import dev.dateline.problem.Fault;
import dev.dateline.problem.Problem;
import dev.dateline.tag.Tag;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts ids in the place of the slugs and externalIds that content came with, and collects those that lead nowhere. */
final class ReferenceResolution {

    private final Map<String, Tag> tags;
    private final Map<String, UUID> articles;
    private final UUID self;
    private final List<Fault> faults = new ArrayList<>();

    ReferenceResolution(Map<String, Tag> tags, Map<String, UUID> articles, UUID self) {
        this.tags = tags;
        this.articles = articles;
        this.self = self;
    }

    ArticleContent resolve(ArticleContent content) {
        LinkedHashSet<String> tagIds = new LinkedHashSet<>();
        for (int i = 0; i < content.tags().size(); i++) {
            tagIds.add(tag(content.tags().get(i), "/tags/" + i, null));
        }
        List<Credit> byline = new ArrayList<>();
        for (int i = 0; i < content.byline().size(); i++) {
            Credit credit = content.byline().get(i);
            byline.add(
                    credit.contributor() == null
                            ? credit
                            : credit.withContributor(
                                    tag(credit.contributor(), "/byline/" + i + "/contributor", TagType.CONTRIBUTOR)));
        }
        ArticleContent resolved = content.withTags(List.copyOf(tagIds))
                .withByline(byline)
                .withBody(body(content.body()))
                .withTranslationOf(
                        content.translationOf() == null ? null : article(content.translationOf(), "/translationOf"))
                .withLanguage(content.language() == null ? null : Languages.canonical(content.language()));
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return resolved;
    }

    private List<Block> body(List<Block> body) {
        List<Block> resolved = new ArrayList<>();
        for (int i = 0; i < body.size(); i++) {
            Block block = body.get(i);
            if (block instanceof RelatedBlock related) {
                List<String> ids = new ArrayList<>();
                for (int j = 0; j < related.articles().size(); j++) {
                    ids.add(article(related.articles().get(j), "/body/" + i + "/articles/" + j));
                }
                resolved.add(new RelatedBlock(ids));
            } else {
                resolved.add(block);
            }
        }
        return resolved;
    }

    private String tag(String reference, String pointer, @Nullable TagType type) {
        Tag tag = tags.get(reference);
        if (tag == null) {
            faults.add(Fault.at(pointer, "must be the slug or id of a tag that exists"));
            return reference;
        }
        if (type != null && tag.type() != type) {
            faults.add(Fault.at(pointer, "must be a tag of type " + type.name().toLowerCase(java.util.Locale.ROOT)));
        }
        return tag.id().toString();
    }

    private String article(String reference, String pointer) {
        UUID id = articles.get(reference);
        if (id == null) {
            faults.add(Fault.at(pointer, "must be the id or externalId of an article that exists"));
            return reference;
        }
        if (id.equals(self)) {
            faults.add(Fault.at(pointer, "must not be the article itself"));
        }
        return id.toString();
    }
}
