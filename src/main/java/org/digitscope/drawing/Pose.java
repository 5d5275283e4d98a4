package org.digitscope.drawing;

/**
 * In what a digit may be written otherwise, though its lines are the same.
 *
 * @param proportion how many times as wide
 * @param slant columns to the right a row further down, besides what its lines have
 * @param turn in radians, clockwise
 * @param pen in pixels of MNIST
 */
record Pose(double proportion, double slant, double turn, double pen) {
}
