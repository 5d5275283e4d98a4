"""Lets ONNX's own checker look at a file: python3 onnx_check.py ONNX NPZ (needs onnx)."""
import sys

import onnx

model = onnx.load(sys.argv[1])
onnx.checker.check_model(model, full_check=True)
shapes = {value.name: [dim.dim_value or dim.dim_param for dim in value.type.tensor_type.shape.dim]
          for value in list(model.graph.input) + list(model.graph.output)}
assert shapes == {"pixels": ["batch", 784], "logits": ["batch", 10], "probabilities": ["batch", 10]}, shapes
print("content")
