package org.digitscope.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.digitscope.training.Hyperparameters;

/** In what the settings of some runs differ. */
public final class SettingsDifference {

    private SettingsDifference() {
    }

    /**
     * The settings that aren't the same in all runs, in their usual order; empty for fewer than two runs.
     *
     * @return for the name of each such setting its values as people write them, one for each run in the order of the runs
     */
    public static LinkedHashMap<String, List<String>> of(List<Hyperparameters> runs) {
        List<Map<String, String>> texts = runs.stream().map(Hyperparameters::texts).toList();
        LinkedHashMap<String, List<String>> differing = new LinkedHashMap<>();
        if (!texts.isEmpty()) {
            for (String name : texts.get(0).keySet()) {
                List<String> values = texts.stream().map(each -> each.get(name)).toList();
                if (values.stream().distinct().count() > 1) {
                    differing.put(name, values);
                }
            }
        }
        return differing;
    }
}
