package dev.dateline.editorial.front;

import dev.dateline.content.ContentKind;
import dev.dateline.content.FrontContent;
import dev.dateline.content.FrontSection;
import dev.dateline.content.LanguageTag.Languages;
import dev.dateline.editorial.ListedEntry;
import dev.dateline.editorial.NamingService;
import dev.dateline.editorial.Slugs;
import dev.dateline.editorial.WorkingCopySupport;
import dev.dateline.editorial.storylist.StoryListRepository;
import dev.dateline.editorial.storylist.StoryListService;
import dev.dateline.problem.Fault;
import dev.dateline.problem.Problem;
import dev.dateline.time.DatabaseClock;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Writing fronts: resolves their lists and gives them their slugs. */
@Singleton
public class FrontService extends NamingService<FrontContent, Front> {

    private final Slugs slugs;
    private final FrontRepository fronts;
    private final StoryListRepository lists;
    private final StoryListService listService;

    FrontService(
            WorkingCopySupport support,
            Slugs slugs,
            FrontRepository fronts,
            StoryListRepository lists,
            StoryListService listService) {
        super(ContentKind.FRONT, FrontContent.class, fronts, support);
        this.slugs = slugs;
        this.fronts = fronts;
        this.lists = lists;
        this.listService = listService;
    }

    @Override
    protected Front blank(UUID id, Instant now) {
        return new Front(id, now);
    }

    @Override
    protected void edit(Front front, FrontContent content) {
        String titleBefore = front.version() == 0 ? null : front.content().title();
        String slug = slugs.choose(kind(), fronts, front, content, content.title(), titleBefore);
        String language = content.language() == null ? null : Languages.canonical(content.language());
        front.edit(
                content.withSlug(slug).withLanguage(language).withSections(resolved(front, content.sections())),
                DatabaseClock.now());
    }

    private List<FrontSection> resolved(Front front, List<FrontSection> sections) {
        Map<String, UUID> ids = lists.resolve(named(sections));
        if (front.version() > 0) {
            named(front.content().sections()).forEach(id -> ids.putIfAbsent(id, UUID.fromString(id)));
        }
        List<FrontSection> resolved = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < sections.size(); i++) {
            FrontSection section = sections.get(i);
            UUID id = section.list() == null ? null : ids.get(section.list());
            if (section.list() != null && id == null) {
                faults.add(Fault.at(
                        "/sections/" + i + "/list", "must be the id, slug or externalId of a story list that exists"));
            } else {
                resolved.add(id == null ? section : section.withList(id.toString()));
            }
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return resolved;
    }

    @Override
    protected FrontContent restored(Front front, FrontContent former) {
        Set<String> known = lists.resolve(named(former.sections())).keySet();
        return former.withSections(former.sections().stream()
                .filter(section -> section.list() == null || known.contains(section.list()))
                .toList());
    }

    @Override
    protected List<ListedEntry> entries(Front front) {
        return lists.withIds(named(front.content().sections())).stream()
                .map(listService::listed)
                .toList();
    }

    private static Set<String> named(List<FrontSection> sections) {
        return sections.stream()
                .map(FrontSection::list)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
