package dev.dateline.editorial.site;

import dev.dateline.content.ContentKind;
import dev.dateline.content.LanguageTag.Languages;
import dev.dateline.content.SiteContent;
import dev.dateline.content.SiteContentBuilder;
import dev.dateline.content.SiteLanguage;
import dev.dateline.editorial.AdvisoryLockRepository;
import dev.dateline.editorial.ByLanguage;
import dev.dateline.editorial.WorkingCopyService;
import dev.dateline.editorial.WorkingCopySupport;
import dev.dateline.editorial.front.Front;
import dev.dateline.editorial.front.FrontRepository;
import dev.dateline.problem.Fault;
import dev.dateline.problem.Problem;
import dev.dateline.tag.StoredTags;
import dev.dateline.tag.Tag;
import dev.dateline.tag.TagRepository;
import dev.dateline.time.DatabaseClock;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Writing the site, of which there is one: resolves its sections and fronts. */
@Singleton
public class SiteService extends WorkingCopyService<SiteContent, Site> {

    private final SiteRepository sites;
    private final TagRepository tags;
    private final FrontRepository fronts;
    private final AdvisoryLockRepository locks;

    SiteService(
            WorkingCopySupport support,
            SiteRepository sites,
            TagRepository tags,
            FrontRepository fronts,
            AdvisoryLockRepository locks) {
        super(ContentKind.SITE, SiteContent.class, sites, support);
        this.sites = sites;
        this.tags = tags;
        this.fronts = fronts;
        this.locks = locks;
    }

    @Override
    protected Site blank(UUID id, Instant now) {
        locks.lock(kind().name());
        sites.theOne().ifPresent(site -> {
            throw Problem.conflict("There is one site, and it is there already: change " + kind().editorialPath() + "/"
                    + site.id() + ".");
        });
        return new Site(id, now);
    }

    @Override
    protected void edit(Site site, SiteContent content) {
        List<Fault> faults = new ArrayList<>();
        SiteContent before = site.version() == 0 ? SiteContentBuilder.builder().build() : site.content();
        SiteContent resolved = content.withNames(ByLanguage.canonical(content.names(), "/names"))
                .withDescriptions(ByLanguage.canonical(content.descriptions(), "/descriptions"))
                .withLanguages(languages(content.languages(), before, faults))
                .withSections(sections(content.sections(), before, faults))
                .withPlacements(content.placements().stream().distinct().toList());
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        site.edit(resolved, DatabaseClock.now());
    }

    /** What it names already may stay, even if it is gone: who changes something else did not touch it. */
    private List<String> sections(List<String> sections, SiteContent before, List<Fault> faults) {
        Map<String, Tag> known = tags.resolve(sections);
        StoredTags stored = tags.stored(before.sections());
        Set<String> ids = new LinkedHashSet<>();
        for (int i = 0; i < sections.size(); i++) {
            String section = sections.get(i);
            Tag tag = known.get(section);
            if (tag == null && !before.sections().contains(section)) {
                faults.add(Fault.at("/sections/" + i, "must be the slug or id of a tag that exists"));
            }
            if (tag == null) {
                ids.add(section);
            } else {
                stored.of(tag).forEach(id -> ids.add(id.toString()));
            }
        }
        return List.copyOf(ids);
    }

    private List<SiteLanguage> languages(List<SiteLanguage> languages, SiteContent before, List<Fault> faults) {
        Map<String, UUID> known = fronts.resolve(fronts(languages));
        fronts(before.languages()).forEach(id -> known.putIfAbsent(id, UUID.fromString(id)));
        Set<String> met = new HashSet<>();
        List<SiteLanguage> resolved = new ArrayList<>();
        for (int i = 0; i < languages.size(); i++) {
            SiteLanguage language = languages.get(i);
            String tag = Languages.canonical(language.language());
            UUID front = language.front() == null ? null : known.get(language.front());
            if (!met.add(tag)) {
                faults.add(Fault.at("/languages/" + i + "/language", "must not be given twice"));
            }
            if (language.front() != null && front == null) {
                faults.add(Fault.at(
                        "/languages/" + i + "/front", "must be the id, slug or externalId of a front that exists"));
            }
            resolved.add(language.withLanguage(tag).withFront(front == null ? null : front.toString()));
        }
        return resolved;
    }

    private static List<String> fronts(List<SiteLanguage> languages) {
        return languages.stream()
                .map(SiteLanguage::front)
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    protected SiteContent restored(Site site, SiteContent former) {
        Set<String> knownTags = tags.resolve(former.sections()).keySet();
        Set<String> knownFronts = fronts.resolve(fronts(former.languages())).keySet();
        return former.withSections(
                        former.sections().stream().filter(knownTags::contains).toList())
                .withLanguages(former.languages().stream()
                        .map(language -> knownFronts.contains(language.front()) ? language : language.withFront(null))
                        .toList());
    }

    @Override
    protected List<SiteContent> shown(List<SiteContent> contents) {
        return contents.stream().map(this::shown).toList();
    }

    private SiteContent shown(SiteContent content) {
        Map<String, Tag> known = tags.resolve(content.sections());
        Map<String, String> slugs = fronts.withIds(fronts(content.languages())).stream()
                .filter(front -> front.slug() != null)
                .collect(Collectors.toMap(front -> front.id().toString(), Front::slug));
        return content.withSections(content.sections().stream()
                        .map(id -> known.containsKey(id) ? known.get(id).slug() : id)
                        .distinct()
                        .toList())
                .withLanguages(content.languages().stream()
                        .map(language -> language.front() == null
                                ? language
                                : language.withFront(slugs.getOrDefault(language.front(), language.front())))
                        .toList());
    }

    @Override
    protected String publicPath(Site site) {
        return kind().publicPath();
    }
}
