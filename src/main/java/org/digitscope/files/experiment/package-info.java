/**
 * Runs on the disk. Of a sweep: a folder with a file for each finished run, from which the tables and the report are made. Of any runs: a table
 * of them, and event files for TensorBoard.
 *
 * <p>May use {@code files} and what it uses, {@code experiment}, and protobuf-java to write the messages of event files, as ONNX is written:
 * its streams of fields, without generated classes. Everything here blocks; none belongs on the FX thread.
 */
package org.digitscope.files.experiment;
