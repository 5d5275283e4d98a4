/**
 * What goes to and comes from the disk and other programs: sessions, data sets, networks, drawings, results, preferences. Decides what
 * is read and written and says what came of it; the formats themselves are those of {@code org.digitscope.files}.
 *
 * <p>Everything belongs to the FX thread; reading and writing is given to {@link org.digitscope.app.run.Background}.
 */
package org.digitscope.app.file;
