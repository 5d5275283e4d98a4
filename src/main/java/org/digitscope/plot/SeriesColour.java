package org.digitscope.plot;

/** What decides the colour of a series in a {@link Palette}: its part in the chart of one run, or the run that it belongs to. */
public sealed interface SeriesColour permits ChartModel.Role, RunColour {
}
