package org.digitscope;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Fails a test during which an exception was caught by nobody, on any thread; its class, or the next one, for what comes afterwards. It
 * holds for all tests, as it is registered in {@code META-INF/services}.
 */
public final class UncaughtExceptions implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(UncaughtExceptions.class);
    private final String injected;

    /** What tests of failing work throw on purpose doesn't count. */
    public UncaughtExceptions() {
        this("org.digitscope.app.LateExecutor$Injected");
    }

    /** @param injected the name of the exceptions that don't count, nor do those that they cause */
    UncaughtExceptions(String injected) {
        this.injected = injected;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        watch(context).fail("before " + context.getDisplayName());
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        watch(context).install();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        watch(context).fail("during " + context.getDisplayName());
    }

    @Override
    public void afterAll(ExtensionContext context) {
        watch(context).fail("after a test of " + context.getDisplayName());
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Watch.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return watch(context);
    }

    /** One for all tests of a run. */
    private Watch watch(ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).getOrComputeIfAbsent(Watch.class, key -> new Watch(injected), Watch.class);
    }

    private record Uncaught(String thread, Throwable exception) {

        private boolean comesFrom(String name) {
            return Stream.iterate(exception, each -> each != null, Throwable::getCause)
                    .anyMatch(each -> each.getClass().getName().equals(name));
        }
    }

    /** What was caught by nobody so far; a test that wants to know before its end has one as its parameter. */
    public static final class Watch implements CloseableResource {

        private final Thread.UncaughtExceptionHandler usual = Thread.getDefaultUncaughtExceptionHandler();
        private final ConcurrentLinkedQueue<Uncaught> uncaught = new ConcurrentLinkedQueue<>();

        private final String injected;

        private Watch(String injected) {
            this.injected = injected;
            install();
        }

        /** Again and again, as TestFX takes the handler's place when it is loaded, and knows no failure that is wanted. */
        private void install() {
            Thread.setDefaultUncaughtExceptionHandler((thread, exception) -> {
                Uncaught each = new Uncaught(thread.getName(), exception);
                if (!each.comesFrom(injected)) {
                    uncaught.add(each);
                }
            });
        }

        /**
         * Forgets what it tells.
         *
         * @param when for people
         * @throws AssertionError if there was an exception that was caught by nobody
         */
        public void fail(String when) {
            List<Uncaught> found = new ArrayList<>();
            for (Uncaught each = uncaught.poll(); each != null; each = uncaught.poll()) {
                found.add(each);
            }
            if (!found.isEmpty()) {
                String all = found.stream().map(each -> each.exception + " on the thread \"" + each.thread + "\"")
                        .collect(Collectors.joining("; "));
                AssertionError failure = new AssertionError("uncaught " + when + ": " + all, found.get(0).exception);
                found.stream().skip(1).forEach(each -> failure.addSuppressed(each.exception));
                throw failure;
            }
        }

        @Override
        public void close() {
            Thread.setDefaultUncaughtExceptionHandler(usual);
            fail("after all tests");
        }
    }
}
