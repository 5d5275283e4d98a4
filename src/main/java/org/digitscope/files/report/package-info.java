/**
 * What a run came to, for people: one HTML page, and tables for other programs.
 *
 * <p>May use {@code files}, {@code plot}, {@code evaluation} and what these use. Everything here blocks.
 */
package org.digitscope.files.report;
