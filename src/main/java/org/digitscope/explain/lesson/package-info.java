/**
 * A path of short chapters through the classic notebook, and a glossary: texts with the real numbers of a network, and questions
 * whose answers are computed.
 *
 * <p>May use {@code training}, {@code evaluation}, {@code network} and {@code data}; no toolkit. Immutable: any thread may use it.
 */
package org.digitscope.explain.lesson;
