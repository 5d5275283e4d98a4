"""Stands in for Keras where the cells of lessons are run: the same names and shapes, computed by NumPy with the weights of a folder."""
import json
import os
from types import SimpleNamespace

import numpy as np

FOLDER = os.environ["CELLS"]
NETWORK = json.load(open(os.path.join(FOLDER, "network.json")))


def raw(name, kind, *shape):
    return np.fromfile(os.path.join(FOLDER, name), kind).reshape(shape)


class Mnist:
    @staticmethod
    def load_data():
        return tuple((raw(part + ".images", np.uint8, -1, 28, 28), raw(part + ".labels", np.uint8, -1)) for part in ("training", "test"))


class Input:
    def __init__(self, shape):
        self.shape = shape


class Flatten:
    def build(self, inputs):
        return int(np.prod(inputs))

    def of(self, x):
        return x.reshape(len(x), -1)


FUNCTIONS = {"relu": lambda y: np.maximum(y, 0), "tanh": np.tanh, "sigmoid": lambda y: 1 / (1 + np.exp(-y)), "linear": lambda y: y,
             "softmax": lambda y: (lambda e: e / e.sum(axis=1, keepdims=True))(np.exp(y - y.max(axis=1, keepdims=True)))}


class Dense:
    def __init__(self, units, activation="linear", name=""):
        self.units, self.activation, self.name = units, FUNCTIONS[activation], name

    def build(self, inputs):
        self.kernel, self.bias = np.zeros((inputs, self.units), np.float32), np.zeros(self.units, np.float32)
        if self.name:
            self.kernel, self.bias = raw(self.name + ".kernel", np.float32, inputs, self.units), raw(self.name + ".bias", np.float32, self.units)
        return self.units

    def get_weights(self):
        return [self.kernel.copy(), self.bias.copy()]

    def set_weights(self, weights):
        self.kernel, self.bias = [np.asarray(each, np.float32) for each in weights]

    def of(self, x):
        return self.activation(x @ self.kernel + self.bias)


class Sequential:
    def __init__(self, layers):
        self.inputs, self.layers = layers[0], layers[1:]
        size = self.inputs.shape
        for layer in self.layers:
            layer.input = layer
            size = layer.build(size)

    def compile(self, optimizer, loss, metrics):
        assert loss == "sparse_categorical_crossentropy" and metrics == ["accuracy"]
        self.optimizer = optimizer

    def fit(self, x, y, epochs, batch_size, validation_data):
        self.optimizer.iterations = NETWORK["done"]

    def get_layer(self, name):
        return next(layer for layer in self.layers if getattr(layer, "name", None) == name)

    def count_params(self):
        return sum(weights.size for layer in self.layers if isinstance(layer, Dense) for weights in layer.get_weights())

    def predict(self, x, verbose):
        x = np.asarray(x, np.float32)
        for layer in self.layers:
            x = layer.of(x)
        return x

    def evaluate(self, x, y, verbose):
        p = self.predict(x, 0)
        return [float(np.mean(-np.log(p[np.arange(len(y)), y]))), float(np.float32(np.mean(p.argmax(axis=1) == y)))]

    def summary(self):
        pass


class Model:
    def __init__(self, inputs, output):
        self.output = output

    def predict(self, x, verbose):
        for layer in SHOWN["model"].layers:
            if layer is self.output:
                return x
            x = layer.of(x)


SHOWN = {}
optimizers = SimpleNamespace(**{name: (lambda **settings: SimpleNamespace(**settings)) for name in ("Adam", "SGD", "RMSprop")})
