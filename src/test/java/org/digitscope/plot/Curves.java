package org.digitscope.plot;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import org.digitscope.training.LearningCurve;

/**
 * Records learning curves as the trainer does. Its recorder is nobody else's business, so it is reached by reflection,
 * which spares a training run and allows values that no training would give.
 */
final class Curves {

    private final Object recorder;

    Curves() {
        try {
            Constructor<?> constructor =
                    Class.forName("org.digitscope.training.CurveRecorder").getDeclaredConstructor();
            constructor.setAccessible(true);
            recorder = constructor.newInstance();
        } catch (ReflectiveOperationException changed) {
            throw new AssertionError(changed);
        }
    }

    Curves step(float loss, float accuracy) {
        call("addStep", new Class<?>[] {float.class, float.class}, loss, accuracy);
        return this;
    }

    Curves epoch(double accuracy, double loss) {
        call("addEpoch", new Class<?>[] {LearningCurve.Epoch.class},
                new LearningCurve.Epoch(accuracy, loss, accuracy, loss));
        return this;
    }

    Curves rateChange(int step, double rate) {
        call("addRateChange", new Class<?>[] {int.class, double.class}, step, rate);
        return this;
    }

    LearningCurve curve() {
        return (LearningCurve) call("curve", new Class<?>[0]);
    }

    private Object call(String name, Class<?>[] types, Object... values) {
        try {
            Method method = recorder.getClass().getDeclaredMethod(name, types);
            method.setAccessible(true);
            return method.invoke(recorder, values);
        } catch (ReflectiveOperationException changed) {
            throw new AssertionError(changed);
        }
    }
}
