package org.digitscope.app.control;

import java.util.Optional;
import java.util.function.Supplier;
import org.digitscope.plot.Palette;

/** A painted picture that can also be drawn as SVG. */
public interface SvgPicture {

    /** What writes the whole document of now in these colours, on any thread; empty while there is nothing to see. */
    Optional<Supplier<String>> svg(Palette palette);
}
