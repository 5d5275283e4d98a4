package org.digitscope.drawing;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes the rules of ruled and squared paper out of ink: thin straight lines from edge to edge, at least three in all. What crosses them
 * stays.
 */
final class Rules {

    private static final float INK = 0.15f;
    /** Of a row of pixels that is a part of a rule: a rule may have gaps. */
    private static final double SHARE = 0.9;
    /** Of the picture's height. A pen is wider, where a digit fills the picture. */
    private static final double THICKEST = 0.04;
    /** Fewer may be the strokes of a digit that fills the picture. */
    private static final int FEWEST = 3;

    private Rules() {
    }

    /** A line between two rows; {@code to} is behind it. */
    private record Rule(int from, int to) {
    }

    static GrayImage leftOut(GrayImage ink) {
        GrayImage turned = transposed(ink);
        List<Rule> level = rules(ink);
        List<Rule> upright = rules(turned);
        return level.size() + upright.size() < FEWEST ? ink : transposed(without(transposed(without(ink, level)), upright));
    }

    private static List<Rule> rules(GrayImage ink) {
        List<Rule> rules = new ArrayList<>();
        int from = 0;
        for (int row = 0; row <= ink.height(); row++) {
            if (row == ink.height() || inkIn(ink, row) < SHARE * ink.width()) {
                if (row > from && row - from <= Math.max(2, THICKEST * ink.height())) {
                    rules.add(new Rule(from, row));
                }
                from = row + 1;
            }
        }
        return rules;
    }

    private static int inkIn(GrayImage ink, int row) {
        int count = 0;
        for (int column = 0; column < ink.width(); column++) {
            count += ink.get(row, column) >= INK ? 1 : 0;
        }
        return count;
    }

    /** A rule has a soft edge of one pixel on either side. */
    private static GrayImage without(GrayImage ink, List<Rule> rules) {
        float[] values = ink.values().clone();
        for (Rule rule : rules) {
            int above = Math.max(0, rule.from - 1);
            int below = Math.min(ink.height(), rule.to + 1);
            for (int column = 0; column < ink.width(); column++) {
                boolean isCrossed = above > 0 && ink.get(above - 1, column) >= INK && below < ink.height() && ink.get(below, column) >= INK;
                for (int row = above; row < below && !isCrossed; row++) {
                    values[row * ink.width() + column] = 0;
                }
            }
        }
        return new GrayImage(ink.width(), ink.height(), values);
    }

    private static GrayImage transposed(GrayImage picture) {
        float[] values = new float[picture.values().length];
        for (int row = 0; row < picture.height(); row++) {
            for (int column = 0; column < picture.width(); column++) {
                values[column * picture.height() + row] = picture.get(row, column);
            }
        }
        return new GrayImage(picture.height(), picture.width(), values);
    }
}
