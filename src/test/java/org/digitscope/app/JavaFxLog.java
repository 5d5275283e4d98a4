package org.digitscope.app;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Collects what JavaFX warns of, such as a rule of a stylesheet that can't be resolved. */
final class JavaFxLog extends Handler implements AutoCloseable {

    private final Logger logger = Logger.getLogger("javafx");
    private final List<String> warnings = new CopyOnWriteArrayList<>();

    JavaFxLog() {
        logger.addHandler(this);
    }

    List<String> warnings() {
        return warnings;
    }

    @Override
    public void publish(LogRecord entry) {
        boolean classPath = String.valueOf(entry.getMessage()).startsWith("Unsupported JavaFX configuration");
        if (entry.getLevel().intValue() >= Level.WARNING.intValue() && !classPath) {
            warnings.add(entry.getMessage());
        }
    }

    @Override
    public void flush() {
        // nothing is buffered
    }

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
