package dev.dateline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
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

    @Test
    void deliveryKnowsNothingOfTheNewsroom() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.dateline.article..",
                        "dev.dateline.storylist..",
                        "dev.dateline.callout..",
                        "dev.dateline.tag..",
                        "dev.dateline.delivery..",
                        "dev.dateline.content..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.dateline.editorial..", "dev.dateline.exchange..")
                .check(DATELINE);
    }

    @Test
    void theKernelKnowsNoFeature() {
        noClasses()
                .that()
                .resideInAPackage("dev.dateline.http..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.dateline.article..",
                        "dev.dateline.storylist..",
                        "dev.dateline.callout..",
                        "dev.dateline.tag..",
                        "dev.dateline.editorial..",
                        "dev.dateline.exchange..",
                        "dev.dateline.access..",
                        "dev.dateline.delivery..",
                        "dev.dateline.content..")
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
                .resideOutsideOfPackages(
                        "dev.dateline.http..", "dev.dateline.access..", "dev.dateline.delivery..", "dev.dateline")
                .should()
                .beAnnotatedWith(Path.class)
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

    @Test
    void filesStayShort() throws IOException {
        List<Long> lengths;
        try (Stream<java.nio.file.Path> files = Files.walk(java.nio.file.Path.of("src/main/java"))) {
            lengths = files.filter(file -> file.toString().endsWith(".java"))
                    .map(ArchitectureTest::lines)
                    .sorted()
                    .toList();
        }
        assertThat(lengths.get(lengths.size() - 1)).as("the longest file").isLessThanOrEqualTo(400);
        assertThat(lengths.get(lengths.size() / 2)).as("the median file").isLessThan(60);
    }

    private static long lines(java.nio.file.Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
