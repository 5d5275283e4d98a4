package org.digitscope;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;

/** The rules that keep the packages apart, each with its reason. */
@AnalyzeClasses(packages = "org.digitscope", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** Each package may use those that come later in this list. */
    private static final List<String> ORDER = List.of("app", "cli", "files", "explain", "drawing", "plot", "training",
            "evaluation", "network", "data");

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
    static final ArchRule thereIsNoStaticMutableState = noFields().that().areStatic()
            .and().doNotHaveModifier(JavaModifier.FINAL).should().beDeclaredInClassesThat().haveNameMatching(".*")
            .because("two trainers, windows or tests must be able to live side by side")
            .allowEmptyShould(true);

    @ArchTest
    static void arrowsPointOneWay(JavaClasses classes) {
        for (int i = 1; i < ORDER.size(); i++) {
            List<String> earlier = new ArrayList<>(ORDER.subList(0, i));
            noClasses().that().resideInAPackage("org.digitscope." + ORDER.get(i) + "..")
                    .should().dependOnClassesThat()
                    .resideInAnyPackage(earlier.stream().map(name -> "org.digitscope." + name + "..").toArray(String[]::new))
                    .because("arrows point from what people see to the mathematics, never back")
                    .allowEmptyShould(true)
                    .check(classes);
        }
    }

    @ArchTest
    static final ArchRule reusableControlsKnowNoViewAndNoModel = noClasses().that().resideInAPackage("..app.control..")
            .should().dependOnClassesThat().resideInAnyPackage("org.digitscope.app", "..app.view..")
            .because("a control that knows where it is used can be used there only")
            .allowEmptyShould(true);
}
