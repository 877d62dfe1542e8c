package dev.dateline;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.dateline.access.Audited;
import dev.dateline.content.EditorialContent;
import dev.dateline.editorial.WorkingCopyStatus;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of the house. */
class ArchitectureTest {

    private static final JavaClasses DATELINE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.dateline");

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.dateline.(**)").should().beFreeOfCycles().check(DATELINE);
    }

    /**
     * A sealed type and its records name each other, and annotations name types only for the documents: neither counts. Nor
     * do the copies that a library generates for a record.
     */
    @Test
    void typesHaveNoCycles() {
        Map<String, Set<String>> uses = new TreeMap<>();
        DATELINE.forEach(type -> type.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> !dependency.getDescription().contains("annotation member"))
                .map(dependency -> file(dependency.getTargetClass()))
                .filter(used -> used.startsWith("dev.dateline") && !used.endsWith("Builder"))
                .filter(used -> !used.equals(file(type)) && !file(type).endsWith("Builder"))
                .forEach(used -> uses.computeIfAbsent(file(type), name -> new TreeSet<>())
                        .add(used)));
        Set<String> free = new HashSet<>();
        uses.keySet().forEach(type -> follow(type, uses, new ArrayDeque<>(), free));
    }

    private static String file(JavaClass type) {
        String name = type.isArray() ? type.getBaseComponentType().getName() : type.getName();
        return name.replaceAll("[$].*", "");
    }

    private static void follow(String type, Map<String, Set<String>> uses, Deque<String> path, Set<String> free) {
        assertThat(path).as("a cycle of types: " + path).doesNotContain(type);
        if (!free.contains(type)) {
            path.addLast(type);
            uses.getOrDefault(type, Set.of()).forEach(used -> follow(used, uses, path, free));
            path.removeLast();
            free.add(type);
        }
    }

    @Test
    void onlyTheNewsroomKnowsTheNewsroom() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.dateline",
                        "dev.dateline.editorial..",
                        "dev.dateline.exchange..",
                        "dev.dateline.contract..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.dateline.editorial..", "dev.dateline.exchange..")
                .check(DATELINE);
    }

    @Test
    void theKernelKnowsNoFeature() {
        String[] kernel = {
            "dev.dateline.problem..",
            "dev.dateline.json..",
            "dev.dateline.http..",
            "dev.dateline.connection..",
            "dev.dateline.background..",
            "dev.dateline.time.."
        };
        noClasses()
                .that()
                .resideInAnyPackage(kernel)
                .should()
                .dependOnClassesThat(resideInAPackage("dev.dateline..").and(resideOutsideOfPackages(kernel)))
                .check(DATELINE);
    }

    /** Nodes' own clocks may be wrong. Files have their times from them. */
    @Test
    void thereIsOneClock() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.dateline.time..")
                .and()
                .doNotHaveSimpleName("MediaSweep")
                .and()
                .doNotHaveSimpleName("MediaFolder")
                .and()
                .doNotHaveSimpleName("MediaCopies")
                .should()
                .accessTargetWhere(DescribedPredicate.describe(
                        "is another clock",
                        access -> (access.getTargetOwner().getPackageName().equals("java.time")
                                        && access.getName().matches("now|system.*"))
                                || access.getName().equals("currentTimeMillis")
                                || access.getTargetOwner().getSimpleName().equals("UuidCreator")))
                .check(DATELINE);
    }

    @Test
    void onlyRepositoriesSpeakToTheDatabase() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Repository")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(EntityManager.class)
                .check(DATELINE);
        classes()
                .that()
                .areAssignableTo(PanacheRepositoryBase.class)
                .should()
                .haveSimpleNameEndingWith("Repository")
                .check(DATELINE);
    }

    @Test
    void onlyResourcesSpeakHttp() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Resource")
                .and()
                .resideOutsideOfPackages("dev.dateline.http..", "dev.dateline")
                .should()
                .beAnnotatedWith(Path.class)
                .check(DATELINE);
    }

    /** Bulk notes its own: one request is many attempts. Receivers of removals have no role. */
    @Test
    void whatIsRefusedToWhoeverWritesIsAudited() {
        classes()
                .that()
                .areAnnotatedWith(Path.class)
                .and()
                .containAnyMethodsThat(DescribedPredicate.describe(
                        "write",
                        method -> method.isAnnotatedWith(POST.class)
                                || method.isAnnotatedWith(PUT.class)
                                || method.isAnnotatedWith(PATCH.class)
                                || method.isAnnotatedWith(DELETE.class)))
                .and()
                .doNotHaveSimpleName("BulkResource")
                .and()
                .doNotHaveSimpleName("RemovalReceiptResource")
                .should()
                .beAnnotatedWith(Audited.class)
                .check(DATELINE);
    }

    @Test
    void noResourceReturnsAnEntity() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Path.class)
                .and()
                .arePublic()
                .should()
                .notHaveRawReturnType(
                        com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith(
                                Entity.class))
                .check(DATELINE);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Mapper|DTO|Dto)")
                .check(DATELINE);
    }

    /** A bean in another package does not override it, so that nothing would begin the transaction. */
    @Test
    void whatIsTransactionalForSubclassesIsSeenByThem() {
        methods()
                .that()
                .areAnnotatedWith(Transactional.class)
                .and()
                .areDeclaredInClassesThat()
                .haveModifier(JavaModifier.ABSTRACT)
                .should()
                .notBePackagePrivate()
                .check(DATELINE);
    }

    @Test
    void noContentHasAFieldOfItsStatus() {
        Set<String> status = Stream.of(WorkingCopyStatus.class.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
        List<String> twice = DATELINE.stream()
                .filter(type -> type.isAssignableTo(EditorialContent.class) && type.isRecord())
                .flatMap(type -> type.getFields().stream())
                .filter(field -> status.contains(field.getName()))
                .map(JavaField::getFullName)
                .toList();
        assertThat(twice).isEmpty();
    }

    /** See {@link dev.dateline.database.OneColumn}: any other way is translated anew each time. */
    @Test
    void nativeQueriesForOneColumnNameIt() throws IOException {
        Pattern unnamed = Pattern.compile("createNativeQuery\\((?:(?!addScalar)[^;])*?,\\s*"
                + "(?:UUID|String|Integer|Long|Boolean|Instant)\\.class\\)(?!\\s*\\.addScalar)");
        assertThat(sources().filter(file -> unnamed.matcher(text(file)).find())).isEmpty();
    }

    @Test
    void filesStayShort() throws IOException {
        List<Long> lengths = sources()
                .map(file -> text(file).lines().count())
                .filter(length -> length >= 10) // what describes a package is no file to read
                .sorted()
                .toList();
        assertThat(lengths.get(lengths.size() - 1)).as("the longest file").isLessThanOrEqualTo(300);
        assertThat(lengths.get(lengths.size() / 2)).as("the median file").isLessThanOrEqualTo(60);
    }

    private static Stream<java.nio.file.Path> sources() throws IOException {
        try (Stream<java.nio.file.Path> files = Files.walk(java.nio.file.Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        }
    }

    private static String text(java.nio.file.Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
