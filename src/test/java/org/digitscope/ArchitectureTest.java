package org.digitscope;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The rules that keep the packages apart, each with its reason. */
@AnalyzeClasses(packages = "org.digitscope", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** Each package may use those that come later in this list. */
    private static final List<String> ORDER = List.of("app", "cli", "files", "experiment", "explain", "drawing", "plot", "training",
            "evaluation", "network", "data");

    /** The rooms of the window; each may use those that come later. */
    private static final List<String> ROOMS = List.of("", "view", "exhibit", "file", "study", "run", "control");

    /** Why no arrow comes into a room from those behind it. */
    private static final List<String> REASONS = List.of(
            "whatever is used by a part belongs to a part; only what starts the program knows the whole window",
            "a picture to play with shows the network wherever it is put, and asks for no view around it",
            "files, studies and the run must work the same whichever views there are",
            "a question about the network has the same answer wherever the network came from or goes",
            "the run goes on whether or not anybody asks about it",
            "a control that knows where it is used can be used there only");

    @ArchTest
    static final ArchRule packagesFormNoCycle = slices().matching("org.digitscope.(*)..").should().beFreeOfCycles()
            .because("a cycle means that neither package can be understood, tested or replaced alone");

    @ArchTest
    static final ArchRule onlyTheAppKnowsTheToolkit = noClasses().that().resideOutsideOfPackage("..app..")
            .should().dependOnClassesThat().resideInAnyPackage("javafx..", "org.controlsfx..", "atlantafx..")
            .because("mathematics, files and pictures must work and be tested where there is no display");

    @ArchTest
    static final ArchRule onlyFilesKnowsThePictureReader = noClasses().that()
            .resideOutsideOfPackages("..files..", "..app..").should().dependOnClassesThat()
            .resideInAnyPackage("java.awt..", "javax.imageio..")
            .because("decoding pictures is the one thing that needs the desktop module");

    @ArchTest
    static final ArchRule thereIsNoStaticMutableState = fields().that().areStatic().should().beFinal()
            .because("two trainers, windows or tests must be able to live side by side");

    @ArchTest
    static void arrowsPointOneWay(JavaClasses classes) {
        for (int i = 1; i < ORDER.size(); i++) {
            List<String> earlier = new ArrayList<>(ORDER.subList(0, i));
            noClasses().that().resideInAPackage("org.digitscope." + ORDER.get(i) + "..")
                    .should().dependOnClassesThat()
                    .resideInAnyPackage(earlier.stream().map(name -> "org.digitscope." + name + "..").toArray(String[]::new))
                    .because("arrows point from what people see to the mathematics, never back")
                    .check(classes);
        }
    }

    @ArchTest
    static void arrowsBetweenTheRoomsOfTheWindowPointOneWay(JavaClasses classes) {
        for (int later = 1; later < ROOMS.size(); later++) {
            noClasses().that().resideInAPackage(room(later)).should().dependOnClassesThat()
                    .resideInAnyPackage(IntStream.range(0, later).mapToObj(ArchitectureTest::room).toArray(String[]::new))
                    .because(REASONS.get(later - 1)).check(classes);
        }
    }

    @ArchTest
    static void theListsNameEveryPackage(JavaClasses classes) {
        Set<String> packages = classes.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
        Set<String> rooms = packages.stream().filter(name -> name.startsWith("org.digitscope.app")).collect(Collectors.toSet());
        assertEquals(IntStream.range(0, ROOMS.size()).mapToObj(ArchitectureTest::room).collect(Collectors.toSet()), rooms,
                "a room that no rule knows is a hall again");
        assertEquals(Set.copyOf(ORDER), packages.stream().filter(name -> name.startsWith("org.digitscope."))
                .map(name -> name.split("\\.")[2]).collect(Collectors.toSet()), "a package that no rule knows may use anything");
    }

    private static String room(int number) {
        return "org.digitscope.app" + (number == 0 ? "" : "." + ROOMS.get(number));
    }
}
