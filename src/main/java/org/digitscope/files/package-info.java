/**
 * Files: networks as safetensors, curves and tensors as CSV, pictures to read.
 *
 * <p>May use {@code drawing}, {@code training}, {@code evaluation}, {@code network} and {@code data}. Everything here
 * blocks, so it belongs on a background thread. What is written goes beside its target first and is then moved into
 * place; what is read is checked and never trusted, and refusals are one sentence for people.
 */
package org.digitscope.files;
