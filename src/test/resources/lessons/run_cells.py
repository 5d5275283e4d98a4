"""Runs the cells of a lesson one after the other, as a notebook does, and writes what each prints."""
import ast
import contextlib
import io
import json
import os
import sys

import numpy as np

import keras

names = {"np": np, "keras": keras, "mnist": keras.Mnist, "Dense": keras.Dense, "Flatten": keras.Flatten}
printed = []
for source in json.load(open(os.path.join(os.environ["CELLS"], "cells.json"))):
    cell = ast.parse(source)
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        last = cell.body.pop() if isinstance(cell.body[-1], ast.Expr) else None
        exec(compile(cell, "cell", "exec"), names)
        if last is not None:
            value = eval(compile(ast.Expression(last.value), "cell", "eval"), names)
            if value is not None:
                print(repr(value))
    keras.SHOWN.update({key: names[key] for key in ("model",) if key in names})
    printed.append(out.getvalue().rstrip())
    if keras.NETWORK["grey"]:
        names.update({key: value * 255 for key, value in names.items() if key in ("x_train", "x_test") and value.dtype == np.float32 and value.max() <= 1})
json.dump(printed, sys.stdout)
