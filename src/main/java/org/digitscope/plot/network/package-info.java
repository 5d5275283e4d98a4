/** The picture of a network: where its parts lie, which connections are drawn, how wide, and their pixels. */
package org.digitscope.plot.network;
