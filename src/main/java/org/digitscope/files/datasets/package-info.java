/**
 * Data sets from other programs' files: arrays of NumPy and in IDX, tables of numbers as Kaggle has them, pictures whose folders or
 * names say their class, drawings made in the program, packed or not. What was read is looked at before it is decided how it is used.
 *
 * <p>May use {@code files}, its drawings in {@code files.project}, {@code drawing} and {@code data}. Everything here blocks; none belongs on the FX thread. Whatever is
 * wrong with a file becomes an {@code UnreadableFileException} with one sentence.
 */
package org.digitscope.files.datasets;
