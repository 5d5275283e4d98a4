/**
 * From numbers to pixels and points: colour maps, heatmaps, scales, charts and the reduction of long curves to what a
 * screen shows.
 *
 * <p>May use {@code training}, {@code evaluation}, {@code network} and {@code data}; knows no toolkit. Everything is
 * immutable or pure and may run on any thread, but a {@link org.digitscope.plot.CurveDecimator} belongs to one.
 */
package org.digitscope.plot;
