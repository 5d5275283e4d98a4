/**
 * Networks of any depth from and for other programs: safetensors in all float formats, NumPy's .npz, Keras's files of all layouts and
 * ONNX. Files that could run code when they are opened are refused by name, and so are networks that compute something else.
 *
 * <p>May use {@code files} and what it uses, {@code evaluation} and {@code explain}, and the libraries jhdf to read HDF5 and protobuf-java for
 * ONNX. Of the latter only the streams of fields are used, without generated classes: it is large for that, but whoever keeps the format
 * keeps its bounds as well. Everything here blocks; none belongs on the FX thread.
 */
package org.digitscope.files.networks;
