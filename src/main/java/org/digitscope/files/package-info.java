/**
 * Models, curves, tables and pictures on disk. What is read is checked and never trusted; what is written stands
 * complete beside its target before it takes its place.
 *
 * <p>May use {@code drawing}, {@code training}, {@code network} and {@code data}, Jackson for JSON, protobuf-java and ImageIO for
 * pictures. Everything here blocks, so it belongs on a background thread; nothing here keeps state. Numbers are written
 * the same way in every locale.
 */
package org.digitscope.files;
