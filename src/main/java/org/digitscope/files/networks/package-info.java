/**
 * Networks from and for other programs: safetensors in all float formats, NumPy's .npz, ONNX. Files that could run code when they
 * are opened are refused by name.
 *
 * <p>May use {@code files} and what it uses. Everything here blocks; none belongs on the FX thread.
 */
package org.digitscope.files.networks;
