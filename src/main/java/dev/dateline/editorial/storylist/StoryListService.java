package dev.dateline.editorial.storylist;

import dev.dateline.content.LanguageTag.Languages;
import dev.dateline.delivery.Address;
import dev.dateline.delivery.AddressRepository;
import dev.dateline.editorial.AdvisoryLockRepository;
import dev.dateline.editorial.Identifiers;
import dev.dateline.editorial.SlugChoice;
import dev.dateline.editorial.WorkingCopyService;
import dev.dateline.editorial.article.ArticleRepository;
import dev.dateline.http.Fault;
import dev.dateline.http.InputReader;
import dev.dateline.http.Problem;
import dev.dateline.storylist.StoryListContent;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Writing story lists: resolves their articles and gives them their slugs. */
@Singleton
public class StoryListService extends WorkingCopyService<StoryListContent, StoryList> {

    private final StoryListRepository lists;
    private final ArticleRepository articles;
    private final AddressRepository addresses;
    private final AdvisoryLockRepository locks;

    StoryListService(
            InputReader inputs,
            StoryListRepository lists,
            ArticleRepository articles,
            AddressRepository addresses,
            AdvisoryLockRepository locks) {
        super(StoryListContent.class, inputs, lists);
        this.lists = lists;
        this.articles = articles;
        this.addresses = addresses;
        this.locks = locks;
    }

    @Override
    protected StoryList blank(UUID id) {
        return new StoryList(id, Identifiers.now());
    }

    @Override
    protected void edit(StoryList list, StoryListContent content) {
        String slug = SlugChoice.choose(
                content.slug(),
                list.slug(),
                list.publishedAt() != null,
                content.title(),
                content.language(),
                list.id(),
                wanted -> isTaken(wanted, list.id()));
        String language = content.language() == null ? null : Languages.canonical(content.language());
        list.edit(content.with(slug, language, resolved(list, content.items())), Identifiers.now());
    }

    private boolean isTaken(String slug, UUID self) {
        locks.lock("story-list " + slug);
        return lists.slugTaken(slug, self)
                || addresses.takenByOther(new Address.Key(Address.Kind.STORY_LIST, slug, ""), self);
    }

    private List<StoryListContent.Item> resolved(StoryList list, List<StoryListContent.Item> items) {
        Set<String> named = items.stream()
                .map(StoryListContent.Item::article)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<String, UUID> ids = articles.resolve(named);
        if (list.version() > 0) {
            // What is stored already stays a good reference, even when its article has been deleted since.
            list.content().items().stream()
                    .map(StoryListContent.Item::article)
                    .filter(Objects::nonNull)
                    .forEach(id -> ids.putIfAbsent(id, UUID.fromString(id)));
        }
        List<StoryListContent.Item> resolved = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            StoryListContent.Item item = items.get(i);
            UUID id = ids.get(item.article());
            if (item.article() == null) {
                resolved.add(item);
            } else if (id != null) {
                resolved.add(item.withArticle(id.toString()));
            } else {
                faults.add(
                        Fault.at("/items/" + i + "/article", "must be the id or externalId of an article that exists"));
            }
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return resolved;
    }

    @Override
    protected String publicPath(StoryList list) {
        return "/v1/story-lists/" + list.slug();
    }
}
