"""Loads a network step by step as Keras does, and compares its arrays with those of an .npz: python3 load.py FILE NPZ (needs h5py)."""
import io
import json
import sys
import zipfile

import h5py
import numpy

path, network = sys.argv[1], numpy.load(sys.argv[2])
depth = sum(name.endswith(".kernel") for name in network.files)
activation = network["activation.txt"].decode() if "activation.txt" in network.files else "relu"
grey = "inputs.txt" in network.files
expected = [network[f"layer_{i + 1}.{kind}"] for i in range(depth) for kind in ("kernel", "bias")]


def text(value):
    return value.decode("utf8") if hasattr(value, "decode") else value


def check_layers(layers):
    """The notebook's model: an input of 28 x 28, Flatten, then Dense with the units and activations that the arrays need."""
    assert [layer["class_name"] for layer in layers] == ["InputLayer"] + ["Rescaling"] * grey + ["Flatten"] + ["Dense"] * depth, layers
    if grey:
        rescaling = layers.pop(1)["config"]
        assert (rescaling["scale"], rescaling["offset"]) == (255, 0)
    shape = layers[0]["config"].get("batch_shape") or layers[0]["config"]["batch_input_shape"]
    assert shape == [None, 28, 28], shape
    assert layers[1]["config"]["data_format"] == "channels_last"
    for i, layer in enumerate(layers[2:]):
        config = layer["config"]
        assert config["units"] == len(expected[2 * i + 1]) and config["use_bias"], layer
        assert config["activation"] == ("softmax" if i == depth - 1 else activation), layer
        assert config["kernel_initializer"]["class_name"] == "GlorotUniform" and config["bias_initializer"]["class_name"] == "Zeros"


def whole_model(file):
    """keras.models.load_model of an .h5 file: by the names in the attributes, in their order."""
    config = json.loads(text(file.attrs["model_config"]))
    assert config["class_name"] == "Sequential"
    check_layers(config["config"]["layers"])
    weights = file["model_weights"]
    arrays = []
    assert list(weights.attrs["layer_names"]) and len(weights["top_level_model_weights"].attrs["weight_names"]) == 0
    for layer in (text(name) for name in weights.attrs["layer_names"]):
        arrays += [weights[layer][text(name)] for name in weights[layer].attrs["weight_names"]]
    return arrays


def variables(file):
    """Model.load_weights of Keras 3: the model's own variables, then those of each layer, called by its class."""
    assert len(file["vars"].keys()) == 0 and len(file["layers"]["flatten"]["vars"].keys()) == 0
    return [file["layers"][layer]["vars"][key] for layer in ["dense"] + [f"dense_{i}" for i in range(1, depth)]
            for key in ("0", "1")]


if path.endswith(".keras"):
    with zipfile.ZipFile(path) as archive:
        assert {"metadata.json", "config.json", "model.weights.h5"} == set(archive.namelist())
        assert "keras_version" in json.loads(archive.read("metadata.json"))
        config = json.loads(archive.read("config.json"))
        assert (config["module"], config["class_name"], config["registered_name"]) == ("keras", "Sequential", None)
        assert all(layer["module"] == "keras.layers" for layer in config["config"]["layers"])
        check_layers(config["config"]["layers"])
        found = variables(h5py.File(io.BytesIO(archive.read("model.weights.h5")), "r"))
elif path.endswith(".weights.h5"):
    found = variables(h5py.File(path, "r"))
else:
    found = whole_model(h5py.File(path, "r"))
assert len(found) == 2 * depth
for array, other in zip(found, expected):
    assert array.dtype == numpy.dtype("<f4") and array.shape == other.shape, (array, other.shape)
    assert numpy.array_equal(array[...], other)
print("the same")
