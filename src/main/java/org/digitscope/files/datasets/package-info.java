/**
 * Data sets from other programs' files: NumPy's .npz as Keras has it, tables of numbers as Kaggle has them, pictures in class
 * folders, IDX.
 *
 * <p>May use {@code files}, {@code drawing} and {@code data}. Everything here blocks; none belongs on the FX thread. Whatever is
 * wrong with a file becomes an {@code UnreadableFileException} with one sentence.
 */
package org.digitscope.files.datasets;
