package org.digitscope.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import org.digitscope.network.Parameters;
import org.digitscope.training.LearningCurve;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextFormatsTest {

    private final Locale usual = Locale.getDefault();

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(usual);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "de-DE", "tr-TR", "ar-EG", "hi-IN-u-nu-deva"})
    void curvesAndTensorsAreWrittenAlikeInEveryLocale(String locale) {
        Locale.setDefault(Locale.forLanguageTag(locale));
        LearningCurve curve = LearningCurve.ofEpochs(List.of(
                new LearningCurve.Epoch(0.5, 1.25, 0.75, 1e-5), new LearningCurve.Epoch(1, 0, 1, 0.1)));
        assertEquals("""
                epoch,accuracy,loss,val_accuracy,val_loss
                0,0.5,1.25,0.75,1.0E-5
                1,1.0,0.0,1.0,0.1
                """, CurveCsv.text(curve));
        assertEquals("1.5,-2.0\n0.1,1.0E-6\n", TensorCsv.text(kernel(2, 2, 1.5f, -2, 0.1f, 1e-6f)));
        assertEquals("1.5\n-2.0\n", TensorCsv.text(bias(1.5f, -2)));
        assertEquals("[ 1.5 -2. ]", NumpyText.format(bias(1.5f, -2)));
    }

    /** Expected texts as NumPy 1.24 printed them for the same float32 arrays. */
    @Test
    void looksLikeNumPy() {
        assertEquals("[0.1  0.25 3.  ]", NumpyText.format(bias(0.1f, 0.25f, 3)));
        assertEquals("[ 1.0000000e+00 -1.2345679e-05]", NumpyText.format(bias(1, -1.2345679e-5f)));
        assertEquals("[0. 0.]", NumpyText.format(bias(0, 0)));
        assertEquals("[0.33333334 0.6666667 ]", NumpyText.format(bias(1 / 3f, 2 / 3f)));
        assertEquals("[[ 1.  2.]\n [-3.  4.]]", NumpyText.format(kernel(2, 2, 1, 2, -3, 4)));
        FMatrixRMaj large = new FMatrixRMaj(784, 20);
        for (int i = 0; i < large.data.length; i++) {
            large.data[i] = i;
        }
        assertEquals("""
                [[0.0000e+00 1.0000e+00 2.0000e+00 ... 1.7000e+01 1.8000e+01 1.9000e+01]
                 [2.0000e+01 2.1000e+01 2.2000e+01 ... 3.7000e+01 3.8000e+01 3.9000e+01]
                 [4.0000e+01 4.1000e+01 4.2000e+01 ... 5.7000e+01 5.8000e+01 5.9000e+01]
                 ...
                 [1.5620e+04 1.5621e+04 1.5622e+04 ... 1.5637e+04 1.5638e+04 1.5639e+04]
                 [1.5640e+04 1.5641e+04 1.5642e+04 ... 1.5657e+04 1.5658e+04 1.5659e+04]
                 [1.5660e+04 1.5661e+04 1.5662e+04 ... 1.5677e+04 1.5678e+04 1.5679e+04]]""",
                NumpyText.format(new Parameters.Tensor("layer_1.kernel", large)));
    }

    private static Parameters.Tensor bias(float... values) {
        return new Parameters.Tensor("layer_1.bias", new FMatrixRMaj(1, values.length, true, values));
    }

    private static Parameters.Tensor kernel(int rows, int columns, float... values) {
        return new Parameters.Tensor("layer_1.kernel", new FMatrixRMaj(rows, columns, true, values));
    }
}
