package org.digitscope.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.digitscope.network.Parameters;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

/** Each expected text is what NumPy 2.4.6 printed for the same float32 array. */
class NumpyTextTest {

    @Test
    void aLargeMatrixIsAbbreviatedInEveryLocale() throws Throwable {
        Locales.inEach(() -> assertEquals("""
                [[ 0.00277402 -0.06485174 -0.0382697  ...  0.02929463  0.05342776
                   0.05604738]
                 [ 0.06459028 -0.06961354  0.02509535 ... -0.02887305 -0.05995359
                   0.06538537]
                 [-0.01681934 -0.00729561  0.0958326  ...  0.09120499 -0.03617337
                  -0.08812804]
                 ...
                 [-0.08330731  0.00895289 -0.07415855 ... -0.00107023 -0.00264573
                   0.07100798]
                 [ 0.06431885  0.05705738 -0.01983744 ...  0.07800757  0.00605043
                   0.08435585]
                 [-0.03485649  0.09719724 -0.06097588 ...  0.05661854  0.0023662
                   0.09361765]]""", matrix(784, 20, numbers(15680, 0.1))));
    }

    @Test
    void numbersOfVeryDifferentSizeAreScientific() {
        float[] values = numbers(15680, 0.1);
        values[0] = 0.00001f;
        assertEquals("""
                [[ 9.9999997e-06 -6.4851739e-02 -3.8269699e-02 ...  2.9294631e-02
                   5.3427763e-02  5.6047384e-02]
                 [ 6.4590283e-02 -6.9613539e-02  2.5095347e-02 ... -2.8873052e-02
                  -5.9953585e-02  6.5385371e-02]
                 [-1.6819337e-02 -7.2956146e-03  9.5832601e-02 ...  9.1204993e-02
                  -3.6173373e-02 -8.8128038e-02]
                 ...
                 [-8.3307311e-02  8.9528924e-03 -7.4158549e-02 ... -1.0702264e-03
                  -2.6457265e-03  7.1007982e-02]
                 [ 6.4318851e-02  5.7057377e-02 -1.9837443e-02 ...  7.8007571e-02
                   6.0504330e-03  8.4355853e-02]
                 [-3.4856487e-02  9.7197242e-02 -6.0975876e-02 ...  5.6618541e-02
                   2.3662008e-03  9.3617648e-02]]""", matrix(784, 20, values));
    }

    @Test
    void aNarrowMatrixIsAbbreviatedInItsRowsOnly() {
        assertEquals("""
                [[ 0.02774016 -0.6485174  -0.38269696]
                 [ 0.06906778  0.89525586 -0.6565274 ]
                 [ 0.40446234 -0.54713863 -0.01045311]
                 ...
                 [ 0.35575393  0.28925058 -0.6894706 ]
                 [ 0.85407674  0.7721521  -0.09914377]
                 [ 0.9747924   0.8826815  -0.6411883 ]]""", matrix(784, 3, numbers(2352, 1)));
    }

    @Test
    void aSmallMatrixIsShownWhole() {
        assertEquals("""
                [[ 0.02774016 -0.6485174  -0.38269696  0.06906778  0.89525586 -0.6565274
                   0.40446234 -0.54713863 -0.01045311 -0.7505594 ]
                 [-0.8322024  -0.22070576 -0.44554842 -0.26385856  0.96687436  0.07079588
                   0.5313638   0.2929463   0.5342776   0.56047386]
                 [ 0.6459029  -0.6961354   0.2509535  -0.37063035 -0.30619785  0.83440894
                   0.03951987 -0.19769159  0.21351677  0.57080436]]""", matrix(3, 10, numbers(30, 1)));
        assertEquals("[[ 0.5  -0.25]\n [ 1.5  10.  ]]", matrix(2, 2, 0.5f, -0.25f, 1.5f, 10));
    }

    @Test
    void aVectorHasOnePairOfBrackets() {
        assertEquals("""
                [ 0.01387008 -0.3242587  -0.19134848  0.03453389  0.44762793 -0.3282637
                  0.20223117 -0.27356932 -0.00522655 -0.3752797  -0.4161012  -0.11035288
                 -0.22277421 -0.13192928  0.48343718  0.03539794  0.2656819   0.14647315
                  0.2671388   0.28023693]""", vector(numbers(20, 0.5)));
        assertEquals("""
                [ 0.02774016 -0.6485174  -0.38269696 ... -0.22309284 -0.15989098
                  0.7742385 ]""", vector(numbers(1600, 1)));
    }

    @Test
    void zeroIsZeroPoint() {
        assertEquals("[0. 0. 0. 0. 0. 0. 0. 0. 0. 0. 0. 0. 0. 0. 0. 0. 0. 0. 0. 0.]", vector(new float[20]));
        assertEquals("[ -0.    100.25    0.125]", vector(-0f, 100.25f, 0.125f));
    }

    @Test
    void digitsAreAsFewAsPossibleAndAtMostEight() {
        assertEquals("[0.01234568]", vector(0.012345678f));
        assertEquals("[1.e+06]", vector(1e6f));
        assertEquals("[1.2621775e-29 9.5367432e-07 1.4012985e-45 9.0000000e+30]",
                vector((float) Math.pow(2, -96), (float) Math.pow(2, -20), Float.MIN_VALUE, 9e30f));
    }

    /** Numbers between −scale and scale from a simple generator that was run in Python too. */
    private static float[] numbers(int count, double scale) {
        float[] numbers = new float[count];
        long state = 1;
        for (int i = 0; i < count; i++) {
            state = (state * 1103515245 + 12345) % (1L << 31);
            numbers[i] = (float) ((state / (double) (1L << 31) * 2 - 1) * scale);
        }
        return numbers;
    }

    private static String matrix(int rows, int columns, float... values) {
        return NumpyText.format(new Parameters.Tensor("layer_1.kernel", FMatrixRMaj.wrap(rows, columns, values)));
    }

    private static String vector(float... values) {
        return NumpyText.format(new Parameters.Tensor("layer_1.bias", FMatrixRMaj.wrap(1, values.length, values)));
    }
}
