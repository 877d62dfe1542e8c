package dev.dateline.editorial.storylist;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.content.ArticleRule;
import dev.dateline.content.ContentKind;
import dev.dateline.content.LanguageTag.Languages;
import dev.dateline.content.StoryListContent;
import dev.dateline.content.StoryListEntry;
import dev.dateline.content.TagFilter;
import dev.dateline.editorial.ListedEntry;
import dev.dateline.editorial.NamingService;
import dev.dateline.editorial.Slugs;
import dev.dateline.editorial.WorkingCopySupport;
import dev.dateline.editorial.article.ArticleRepository;
import dev.dateline.editorial.article.ArticleService;
import dev.dateline.problem.Fault;
import dev.dateline.problem.Problem;
import dev.dateline.tag.StoredTags;
import dev.dateline.tag.Tag;
import dev.dateline.tag.TagRepository;
import dev.dateline.time.DatabaseClock;
import dev.dateline.time.Identifiers;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writing story lists: resolves their articles and gives them their slugs. */
@Singleton
public class StoryListService extends NamingService<StoryListContent, StoryList> {

    private final Slugs slugs;
    private final StoryListRepository lists;
    private final ArticleRepository articles;
    private final ArticleService articleService;
    private final TagRepository tags;

    StoryListService(
            WorkingCopySupport support,
            Slugs slugs,
            StoryListRepository lists,
            ArticleRepository articles,
            ArticleService articleService,
            TagRepository tags) {
        super(ContentKind.STORY_LIST, StoryListContent.class, lists, support);
        this.slugs = slugs;
        this.lists = lists;
        this.articles = articles;
        this.articleService = articleService;
        this.tags = tags;
    }

    @Override
    protected StoryList blank(UUID id, Instant now) {
        return new StoryList(id, now);
    }

    @Override
    protected void edit(StoryList list, StoryListContent content) {
        String titleBefore = list.version() == 0 ? null : list.content().title();
        String slug = slugs.choose(kind(), lists, list, content, content.title(), titleBefore);
        String language = content.language() == null ? null : Languages.canonical(content.language());
        list.edit(
                content.withSlug(slug)
                        .withLanguage(language)
                        .withItems(identified(list, resolved(list, content.items())))
                        .withRule(resolved(list, content.rule())),
                DatabaseClock.now());
    }

    private List<StoryListEntry> resolved(StoryList list, List<StoryListEntry> items) {
        Map<String, UUID> ids = articles.resolve(named(items));
        if (list.version() > 0) {
            // What is stored already stays a good reference, even when its article has been deleted since.
            named(list.content().items()).forEach(id -> ids.putIfAbsent(id, UUID.fromString(id)));
        }
        List<StoryListEntry> resolved = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            StoryListEntry item = items.get(i);
            UUID id = item.article() == null ? null : ids.get(item.article());
            if (item.id() != null && !seen.add(item.id())) {
                faults.add(Fault.at("/items/" + i + "/id", "must not be given twice"));
            } else if (item.article() == null) {
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

    /** An entry that comes without an id is the one that was there with the same target, or a new one. */
    private static List<StoryListEntry> identified(StoryList list, List<StoryListEntry> items) {
        List<StoryListEntry> known =
                new ArrayList<>(list.version() == 0 ? List.of() : list.content().items());
        known.removeIf(entry -> items.stream().anyMatch(item -> Objects.equals(item.id(), entry.id())));
        List<StoryListEntry> identified = new ArrayList<>();
        for (StoryListEntry item : items) {
            if (item.id() != null) {
                identified.add(item);
                continue;
            }
            Optional<StoryListEntry> same =
                    known.stream().filter(item::hasTargetOf).findFirst();
            same.ifPresent(known::remove);
            identified.add(item.withId(same.map(StoryListEntry::id).orElseGet(Identifiers::next)));
        }
        return identified;
    }

    @Override
    protected StoryListContent restored(StoryList list, StoryListContent former) {
        Set<String> known = articles.resolve(named(former.items())).keySet();
        return former.withItems(former.items().stream()
                .filter(item -> item.article() == null || known.contains(item.article()))
                .toList());
    }

    @Override
    protected List<ListedEntry> entries(StoryList list) {
        return articles.withIds(named(list.content().items())).stream()
                .map(articleService::listed)
                .toList();
    }

    private static Set<String> named(List<StoryListEntry> items) {
        return items.stream()
                .map(StoryListEntry::article)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private @Nullable ArticleRule resolved(StoryList list, @Nullable ArticleRule given) {
        ArticleRule rule = given == null || given.language() == null
                ? given
                : given.withLanguage(Languages.canonical(given.language()));
        if (rule == null || rule.tag() == null) {
            return rule;
        }
        TagFilter filter = TagFilter.parse(rule.tag());
        Map<String, Tag> known = tags.resolve(filter.words());
        List<String> unknown =
                filter.words().stream().filter(word -> !known.containsKey(word)).toList();
        if (!unknown.isEmpty()) {
            throw Problem.invalid("/rule/tag", "must name tags that exist; unknown: " + String.join(", ", unknown));
        }
        StoredTags stored = storedTags(list);
        return rule.withTag(filter.text(
                word -> stored.oneOf(Objects.requireNonNull(known.get(word))).toString()));
    }

    private StoredTags storedTags(StoryList list) {
        ArticleRule rule = list.version() == 0 ? null : list.content().rule();
        return rule == null ? StoredTags.NONE : tags.stored(rule.tags().words());
    }

    @Override
    protected List<StoryListContent> shown(List<StoryListContent> contents) {
        return contents.stream().map(this::shown).toList();
    }

    private StoryListContent shown(StoryListContent content) {
        ArticleRule rule = content.rule();
        if (rule == null || rule.tag() == null) {
            return content;
        }
        TagFilter filter = TagFilter.parse(rule.tag());
        Map<String, Tag> known = tags.resolve(filter.words());
        return content.withRule(rule.withTag(filter.text(id -> slug(known.get(id), id))));
    }

    private static String slug(@Nullable Tag tag, String otherwise) {
        return tag == null ? otherwise : tag.slug();
    }

    /** Puts a new entry in its place. */
    public ObjectNode insert(UUID id, @Nullable String ifMatch, EntryInsertion insertion) {
        AtomicInteger index = new AtomicInteger();
        try {
            return change(id, ifMatch, list -> {
                List<StoryListEntry> items = new ArrayList<>(list.items());
                index.set(insertion.where().in(items));
                items.add(index.get(), insertion.entry());
                return list.withItems(items);
            });
        } catch (Problem problem) {
            throw problem.moved("/items/" + index, "/entry") // what was sent is an entry and a place, and no list
                    .moved("/before", "/place/before")
                    .moved("/after", "/place/after");
        }
    }

    /** Moves an entry to another place. */
    public ObjectNode move(UUID id, @Nullable String ifMatch, UUID entry, EntryPlace place) {
        return change(id, ifMatch, list -> {
            if (entry.equals(place.before()) || entry.equals(place.after())) {
                return list; // it stands beside itself already
            }
            List<StoryListEntry> items = new ArrayList<>(list.items());
            StoryListEntry moved = items.remove(index(items, entry));
            items.add(place.in(items), moved);
            return list.withItems(items);
        });
    }

    /** Takes an entry out. */
    public ObjectNode remove(UUID id, @Nullable String ifMatch, UUID entry) {
        return change(id, ifMatch, list -> {
            List<StoryListEntry> items = new ArrayList<>(list.items());
            items.remove(index(items, entry));
            return list.withItems(items);
        });
    }

    private static int index(List<StoryListEntry> items, UUID entry) {
        for (int i = 0; i < items.size(); i++) {
            if (entry.equals(items.get(i).id())) {
                return i;
            }
        }
        throw Problem.notFound();
    }
}
