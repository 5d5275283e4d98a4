package org.digitscope.app;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** A path whose use throws what no path should throw, as a fault of the program would. */
public final class BrokenPath {

    private BrokenPath() {
    }

    /**
     * A path that is like another one.
     *
     * @param problem thrown by everything but {@code getFileName}, where there is one
     */
    public static Path like(Path path, Supplier<Optional<Throwable>> problem) {
        return (Path) Proxy.newProxyInstance(BrokenPath.class.getClassLoader(), new Class<?>[] {Path.class}, (proxy, method, arguments) -> {
            Optional<Throwable> thrown = problem.get();
            if (thrown.isPresent() && !method.getName().equals("getFileName")) {
                throw thrown.get();
            }
            try {
                return method.invoke(path, arguments);
            } catch (InvocationTargetException usual) {
                throw usual.getCause();
            }
        });
    }
}
