package org.digitscope.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Optional;
import org.digitscope.network.Architecture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OptimizerKindTest {

    @ParameterizedTest
    @EnumSource(OptimizerKind.class)
    void everyMomentHasAName(OptimizerKind kind) {
        Optimizer optimizer = kind.create(Hyperparameters.NOTEBOOK.withArchitecture(Architecture.relu(7)));
        assertEquals(kind.moments().size(), optimizer.moments().size());
        assertTrue(optimizer.moments().stream().allMatch(moment -> moment.architecture().equals(Architecture.relu(7))));
    }

    @ParameterizedTest
    @EnumSource(OptimizerKind.class)
    void isFoundByItsLabelHoweverItIsWritten(OptimizerKind kind) {
        assertEquals(Optional.of(kind), OptimizerKind.ofLabel(kind.label()));
        assertEquals(Optional.of(kind), OptimizerKind.ofLabel(kind.label().toUpperCase(Locale.ROOT)));
        assertTrue(OptimizerKind.labels().contains(kind.label()));
    }

    @Test
    void anotherLabelIsNone() {
        assertEquals(Optional.empty(), OptimizerKind.ofLabel("LBFGS"));
        assertEquals(Optional.empty(), OptimizerKind.ofLabel(""));
    }
}
