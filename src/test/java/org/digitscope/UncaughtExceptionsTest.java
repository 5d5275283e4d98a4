package org.digitscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs small classes of tests in a JUnit of their own and looks at what becomes of them. */
class UncaughtExceptionsTest {

    /** Instead of what junit-platform.properties says. */
    private static final Map<String, String> NOT_FOR_ALL = Map.of("junit.jupiter.extensions.autodetection.enabled", "false");

    @Test
    void failTheTestDuringWhichTheyAreThrownAndNoOther() {
        assertEquals(List.of(
                "a(): FAILED, uncaught during a(): java.lang.IllegalStateException: one on the thread \"background\"",
                "b(): FAILED, uncaught during b(): java.lang.IllegalArgumentException: two on the thread \"trainer\"; "
                        + "java.lang.IllegalStateException: three on the thread \"trainer\"",
                "c(): SUCCESSFUL", "UncaughtExceptionsTest$Failing: SUCCESSFUL"), resultsOf(Failing.class));
    }

    @Test
    void failTheClassWhenTheyComeAfterItsTests() {
        assertEquals(List.of("ends(): SUCCESSFUL", "UncaughtExceptionsTest$FailingAfterwards: FAILED, uncaught after a test of "
                + "UncaughtExceptionsTest$FailingAfterwards: java.lang.IllegalStateException: late on the thread \"background\""),
                resultsOf(FailingAfterwards.class));
    }

    @Test
    void failNothingWhenTheyAreThrownOnPurpose() {
        assertEquals(List.of("a(): SUCCESSFUL", "b(): SUCCESSFUL", "c(): FAILED, uncaught during c(): "
                + "java.lang.IllegalStateException: not on purpose on the thread \"background\"",
                "UncaughtExceptionsTest$FailingOnPurpose: SUCCESSFUL"), resultsOf(FailingOnPurpose.class, NOT_FOR_ALL));
    }

    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class Failing {

        @Test
        void a() {
            throwOnAnotherThread("background", new IllegalStateException("one"));
        }

        @Test
        void b() {
            throwOnAnotherThread("trainer", new IllegalArgumentException("two"));
            throwOnAnotherThread("trainer", new IllegalStateException("three"));
        }

        @Test
        void c() {
            // nothing is thrown in it
        }
    }

    static class FailingAfterwards {

        @Test
        void ends() {
            // what it left behind throws later
        }

        @AfterAll
        static void throwLate() {
            throwOnAnotherThread("background", new IllegalStateException("late"));
        }
    }

    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class FailingOnPurpose {

        @RegisterExtension
        static final UncaughtExceptions EXTENSION = new UncaughtExceptions(OnPurpose.class.getName());

        @Test
        void a() {
            throwOnAnotherThread("background", new OnPurpose());
        }

        @Test
        void b() {
            throwOnAnotherThread("background", new IllegalStateException("could not be read", new RuntimeException(new OnPurpose())));
        }

        @Test
        void c() {
            throwOnAnotherThread("background", new IllegalStateException("not on purpose", new RuntimeException()));
        }
    }

    private static final class OnPurpose extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static void throwOnAnotherThread(String name, RuntimeException exception) {
        Thread thread = new Thread(() -> {
            throw exception;
        }, name);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static List<String> resultsOf(Class<?> tests) {
        return resultsOf(tests, Map.of());
    }

    private static List<String> resultsOf(Class<?> tests, Map<String, String> configuration) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request().selectors(selectClass(tests))
                .configurationParameters(configuration).build();
        List<String> results = new ArrayList<>();
        LauncherFactory.create().execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier what, TestExecutionResult result) {
                if (what.getParentId().isPresent()) {
                    results.add(what.getDisplayName() + ": " + result.getStatus()
                            + result.getThrowable().map(problem -> ", " + problem.getMessage()).orElse(""));
                }
            }
        });
        return results;
    }
}
