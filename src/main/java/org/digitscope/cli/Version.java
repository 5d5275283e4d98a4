package org.digitscope.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The program's version, from the jar's manifest. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Optional.ofNullable(Version.class.getPackage().getImplementationVersion()).orElse("(not packaged)");
        return new String[] {"Digitscope " + version, "Java " + Runtime.version()};
    }
}
