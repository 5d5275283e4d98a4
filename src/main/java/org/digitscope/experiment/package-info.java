/** Many runs side by side: which settings a sweep goes through, and how its runs are trained on several cores. */
package org.digitscope.experiment;
