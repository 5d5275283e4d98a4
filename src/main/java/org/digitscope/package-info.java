/** The start of the program. */
package org.digitscope;
