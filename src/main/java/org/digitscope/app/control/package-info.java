/**
 * Reusable nodes: charts, heatmaps, the drawing pad, bars, and how they look. They know no view and no model of the application: what
 * they show is set from outside, what people do with them is told through properties. FX thread only.
 */
package org.digitscope.app.control;
