package org.digitscope.files.datasets;

/** Hears how far reading has come, and can end it. */
@FunctionalInterface
public interface Progress {

    /** For who doesn't care. */
    Progress NONE = share -> true;

    /**
     * Called every some milliseconds.
     *
     * @param share 0 to 1
     * @return whether to go on
     */
    boolean report(double share);
}
