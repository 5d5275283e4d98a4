"""Makes the small files beside it, with the layouts that Keras 2 and 3 write: python3 make.py (needs numpy and h5py).

One hidden neuron; weight i of layer_1 is i / 1000, of layer_2 is -i; biases 0.5 and i.
"""
import json
import os
import zipfile

import h5py
import numpy

here = os.path.dirname(os.path.abspath(__file__))
kernel_1 = (numpy.arange(784, dtype="f4") / 1000).reshape(784, 1)
bias_1 = numpy.array([0.5], dtype="f4")
kernel_2 = -numpy.arange(10, dtype="f4").reshape(1, 10)
bias_2 = numpy.arange(10, dtype="f4")
layers = [("layer_1", kernel_1, bias_1), ("layer_2", kernel_2, bias_2)]
config = json.dumps({"class_name": "Sequential", "config": {"layers": [
    {"class_name": "Dense", "config": {"activation": "relu"}}, {"class_name": "Dense", "config": {"activation": "softmax"}}]}})


def keras2(root):
    for name, kernel, bias in layers:
        group = root.create_group(name)
        group.attrs["weight_names"] = [f"{name}/kernel:0", f"{name}/bias:0"]
        group.create_dataset(f"{name}/kernel:0", data=kernel)
        group.create_dataset(f"{name}/bias:0", data=bias)


def keras3(root):
    for name, kernel, bias in layers:
        variables = root.create_group(f"layers/{name}/vars")
        variables.create_dataset("0", data=kernel)
        variables.create_dataset("1", data=bias)
    root.create_group("optimizer/vars").create_dataset("0", data=numpy.zeros((784, 1)))


with h5py.File(os.path.join(here, "keras2-weights.h5"), "w") as file:
    file.attrs["layer_names"] = [name for name, _, _ in layers]
    keras2(file)
with h5py.File(os.path.join(here, "keras2-model.h5"), "w") as file:
    file.attrs["model_config"] = config
    keras2(file.create_group("model_weights"))
    file.create_group("optimizer_weights").create_dataset("m", data=numpy.zeros((784, 1)))
with h5py.File(os.path.join(here, "keras2-lambda.h5"), "w") as file:
    file.attrs["model_config"] = config.replace("Dense", "Lambda")
    keras2(file.create_group("model_weights"))
with h5py.File(os.path.join(here, "keras3.weights.h5"), "w") as file:
    keras3(file)
with zipfile.ZipFile(os.path.join(here, "keras3.keras"), "w") as archive:
    archive.writestr("config.json", config)
    archive.write(os.path.join(here, "keras3.weights.h5"), "model.weights.h5")
# NumPy writes zip64 headers, whatever the size
numpy.savez_compressed(os.path.join(here, "numpy.npz"), kernel_1=numpy.asfortranarray(kernel_1.astype("f8")), bias_1=bias_1,
                       kernel_2=kernel_2.astype(">f4"), bias_2=bias_2)
with zipfile.ZipFile(os.path.join(here, "lambda.keras"), "w") as archive:
    archive.writestr("config.json", config.replace("Dense", "Lambda"))
    archive.write(os.path.join(here, "keras3.weights.h5"), "model.weights.h5")
