"""Runs an ONNX network with OpenCV and compares it with the arrays of an .npz: python3 cv2_check.py ONNX NPZ (needs cv2)."""
import sys

import cv2
import numpy

model, arrays = cv2.dnn.readNetFromONNX(sys.argv[1]), numpy.load(sys.argv[2])
activations = {"relu": lambda sums: numpy.maximum(sums, 0), "tanh": numpy.tanh, "sigmoid": lambda sums: 1 / (1 + numpy.exp(-sums)),
               "linear": lambda sums: sums}
activation = activations[arrays["activation.txt"].decode() if "activation.txt" in arrays.files else "relu"]
x = numpy.random.default_rng(1).random((1, 784), dtype="float32")
depth = sum(name.endswith(".kernel") for name in arrays.files)
logits = x @ arrays["layer_1.kernel"] + arrays["layer_1.bias"]
for layer in range(2, depth + 1):
    logits = activation(logits) @ arrays[f"layer_{layer}.kernel"] + arrays[f"layer_{layer}.bias"]
probabilities = numpy.exp(logits - logits.max()) / numpy.exp(logits - logits.max()).sum()
model.setInput(x)
found = dict(zip(model.getUnconnectedOutLayersNames(), model.forward(model.getUnconnectedOutLayersNames())))
assert abs(found["probabilities"] - probabilities).max() < 1e-5, found
if "logits" in found:
    assert abs(found["logits"] - logits).max() < 1e-4, found
print("content")
