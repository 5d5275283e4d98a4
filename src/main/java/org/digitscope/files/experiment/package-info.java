/** Sweeps on the disk: a folder with a file for each finished run, from which the tables and the report are made. */
package org.digitscope.files.experiment;
