"""Runs an ONNX network with OpenCV and compares it with the arrays of an .npz: python3 cv2_check.py ONNX NPZ (needs cv2)."""
import sys

import cv2
import numpy

model, arrays = cv2.dnn.readNetFromONNX(sys.argv[1]), numpy.load(sys.argv[2])
x = numpy.random.default_rng(1).random((1, 784), dtype="float32")
hidden = numpy.maximum(x @ arrays["layer_1.kernel"] + arrays["layer_1.bias"], 0)
logits = hidden @ arrays["layer_2.kernel"] + arrays["layer_2.bias"]
probabilities = numpy.exp(logits - logits.max()) / numpy.exp(logits - logits.max()).sum()
model.setInput(x)
found = dict(zip(model.getUnconnectedOutLayersNames(), model.forward(model.getUnconnectedOutLayersNames())))
assert abs(found["probabilities"] - probabilities).max() < 1e-5, found
if "logits" in found:
    assert abs(found["logits"] - logits).max() < 1e-4, found
print("content")
