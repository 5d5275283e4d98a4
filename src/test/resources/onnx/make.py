"""Makes the ONNX files beside it as PyTorch and Keras export them: python3 make.py (needs torch, onnx, numpy).

All are 784 -> 2 -> 10 or 784 -> 2 -> 2 -> 10. Weight i of a kernel, row by row in the shape (outputs, inputs), is (i % 7 - 3) / 64, bias i
is (i % 5 - 2) / 32.
"""
import os

import numpy
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import nn

torch.manual_seed(1)
here = os.path.dirname(os.path.abspath(__file__))


class View(nn.Module):
    def forward(self, x):
        return x.view(-1, 784)


class ViewOfBatch(nn.Module):
    def forward(self, x):
        return x.view(x.size(0), -1)


class Divide(nn.Module):
    def forward(self, x):
        return x / 255


def weights(*shape):
    return ((numpy.arange(numpy.prod(shape)) % 7 - 3) / 64).astype("f4").reshape(shape)


def biases(length):
    return ((numpy.arange(length) % 5 - 2) / 32).astype("f4")


def export(name, *layers, picture=(1, 28, 28), batch=True, **options):
    model = nn.Sequential(*layers).eval()
    for layer in model:
        if isinstance(layer, nn.Linear):
            layer.weight.data = torch.tensor(weights(*layer.weight.shape))
            if layer.bias is not None:
                layer.bias.data = torch.tensor(biases(len(layer.bias)))
    axes = {"dynamic_axes": {"input": {0: "batch"}}} if batch else {}
    torch.onnx.export(model, torch.zeros(1, *picture), os.path.join(here, name), input_names=["input"], **axes, **options)


export("torch-relu.onnx", nn.Flatten(), nn.Linear(784, 2), nn.ReLU(), nn.Linear(2, 10), batch=False)
export("torch-tanh.onnx", View(), nn.Linear(784, 2), nn.Tanh(), nn.Linear(2, 2), nn.Tanh(), nn.Linear(2, 10), nn.Softmax(1), picture=(28, 28))
export("torch-sigmoid.onnx", ViewOfBatch(), nn.Linear(784, 2), nn.Sigmoid(), nn.Dropout(), nn.Linear(2, 10), opset_version=16)
export("torch-div.onnx", Divide(), nn.Flatten(), nn.Linear(784, 2), nn.ReLU(), nn.Linear(2, 10))
export("torch-nobias.onnx", nn.Flatten(), nn.Linear(784, 2, bias=False), nn.ReLU(), nn.Linear(2, 10), do_constant_folding=False)
export("torch-conv.onnx", nn.Conv2d(1, 1, 5, stride=4), nn.Flatten(), nn.Linear(36, 10))


def keras(name, kind="f4", grey=False, **options):
    """What tf2onnx makes of Keras's Flatten and Dense layers."""
    nodes = [helper.make_node("Cast", ["x"], ["floats"], "cast", to=TensorProto.FLOAT),
             helper.make_node("Div", ["floats", "by"], ["scaled"], "rescaling")] if grey else []
    nodes += [helper.make_node("Reshape", ["scaled" if grey else "x", "shape"], ["flat"], "sequential/flatten/Reshape"),
              helper.make_node("MatMul", ["flat", "kernel"], ["sums"], "sequential/dense/MatMul"),
              helper.make_node("Add", ["sums", "bias"], ["biased"], "sequential/dense/BiasAdd"),
              helper.make_node("Relu", ["biased"], ["activations"], "sequential/dense/Relu"),
              helper.make_node("MatMul", ["activations", "kernel_1"], ["sums_1"], "sequential/dense_1/MatMul"),
              helper.make_node("Add", ["sums_1", "bias_1"], ["logits"], "sequential/dense_1/BiasAdd"),
              helper.make_node("Softmax", ["logits"], ["y"], "sequential/dense_1/Softmax")]
    arrays = {"shape": numpy.array([-1, 784]), "kernel": weights(2, 784).T.astype(kind), "bias": biases(2).astype(kind),
              "kernel_1": weights(10, 2).T.astype(kind), "bias_1": biases(10).astype(kind)}
    if grey:
        arrays["by"] = numpy.array(255, kind)
    result = onnx.mapping.NP_TYPE_TO_TENSOR_TYPE[numpy.dtype(kind)]
    graph = helper.make_graph(nodes, "tf2onnx", [helper.make_tensor_value_info("x", TensorProto.UINT8 if grey else result, ["n", 28, 28])],
                              [helper.make_tensor_value_info("y", result, ["n", 10])],
                              [numpy_helper.from_array(numpy.ascontiguousarray(array), key) for key, array in arrays.items()])
    model = helper.make_model(graph, producer_name="tf2onnx", opset_imports=[helper.make_opsetid("", 13)])
    onnx.checker.check_model(model)
    onnx.save(model, os.path.join(here, name), **options)


keras("keras.onnx")
keras("keras-double.onnx", "f8")
keras("keras-half.onnx", "f2")
keras("keras-bytes.onnx", grey=True)
if os.path.exists(os.path.join(here, "keras-external.data")):
    os.remove(os.path.join(here, "keras-external.data"))
keras("keras-external.onnx", save_as_external_data=True, location="keras-external.data", size_threshold=100)
