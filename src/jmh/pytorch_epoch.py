"""Seconds that PyTorch takes for the epoch of EpochBenchmark, on one thread. Needs: pip install torch numpy

usage: python3 src/jmh/pytorch_epoch.py [EPOCHS [HIDDEN …]]     (20 hidden neurons where none are named; 64 32 16 for three layers)
"""
import gzip
import sys
import time

import numpy
import torch
from torch import nn


def idx(name, header):
    with gzip.open(f"assets/mnist/{name}-ubyte.gz") as file:
        return torch.from_numpy(numpy.frombuffer(file.read(), numpy.uint8, offset=header).copy())


torch.set_num_threads(1)
torch.manual_seed(42)
images = idx("train-images-idx3", 16).reshape(-1, 784).float() / 255
labels = idx("train-labels-idx1", 8).long()
sizes = [784] + [int(size) for size in sys.argv[2:] or ["20"]]
layers = []
for inputs, outputs in zip(sizes, sizes[1:]):
    layers += [nn.Linear(inputs, outputs), nn.ReLU()]
network = nn.Sequential(*layers, nn.Linear(sizes[-1], 10))
loss_of = nn.CrossEntropyLoss()
adam = torch.optim.Adam(network.parameters(), lr=0.001, eps=1e-7)

for epoch in range(int(sys.argv[1]) if len(sys.argv) > 1 else 4):
    start = time.perf_counter()
    loss_sum = right = 0
    for batch in torch.randperm(len(images)).split(32):
        logits = network(images[batch])
        loss = loss_of(logits, labels[batch])
        adam.zero_grad()
        loss.backward()
        adam.step()
        loss_sum += loss.item() * len(batch)
        right += (logits.argmax(1) == labels[batch]).sum().item()
    print(f"epoch {epoch + 1}: {time.perf_counter() - start:.3f} s, "
          f"accuracy {right / len(images):.4f}, loss {loss_sum / len(images):.4f}")
