/**
 * Many runs side by side: which settings a sweep goes through, how its runs are trained on several cores, and in what runs and their
 * networks differ.
 */
package org.digitscope.experiment;
