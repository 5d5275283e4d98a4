/** What flows through a network, forward from the pixels and backward from the error, along each of its connections. */
package org.digitscope.explain.flow;
