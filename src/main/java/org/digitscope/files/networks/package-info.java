/**
 * Networks from and for other programs: safetensors in all float formats, NumPy's .npz, Keras's files of all layouts, and
 * ONNX to be written. Files that could run code when they are opened are refused by name, and so are networks that compute something
 * else.
 *
 * <p>May use {@code files} and what it uses, {@code evaluation} and {@code explain}, and the library jhdf to read HDF5. Everything here blocks; none belongs on the FX thread.
 */
package org.digitscope.files.networks;
