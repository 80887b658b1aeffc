#!/usr/bin/env python3
"""Peer: wide batch-normalised networks in PyTorch, float32, weights drawn, gradients by autograd.

    /usr/bin/python3 bench/peers/simulation_torch.py relu 1000 8 50 [--samples 5] [--threads 1]

Prints JSON: seconds a network, and for each network ln ||gradient at layer l||^2 at l = 1 .. depth + 1.
"""
import argparse
import json
import time

import torch

parser = argparse.ArgumentParser()
parser.add_argument("activation", choices=["relu", "tanh"])
parser.add_argument("width", type=int)
parser.add_argument("batch", type=int)
parser.add_argument("depth", type=int)
parser.add_argument("--samples", type=int, default=5)
parser.add_argument("--threads", type=int, default=1)
parser.add_argument("--seed", type=int, default=1)
options = parser.parse_args()

torch.set_num_threads(options.threads)
torch.manual_seed(options.seed)
phi = getattr(torch, options.activation)
N, B, L = options.width, options.batch, options.depth


def normalise(h):
    centred = h - h.mean(0, keepdim=True)
    return centred * torch.rsqrt(centred.square().mean(0, keepdim=True))


def network():
    """Samples in rows. The gradients at h_1 .. h_{L+1} for a Gaussian gradient at the top."""
    h = torch.randn(B, N, requires_grad=True)
    layers = [h]
    for _ in range(L):
        weights = torch.randn(N, N) * N**-0.5
        h = phi(normalise(h)) @ weights.T
        h.retain_grad()
        layers.append(h)
    phi(normalise(h)).backward(torch.randn(B, N))
    return [layer.grad.square().sum().log().item() for layer in layers]


network()
times, logs = [], []
for _ in range(options.samples):
    start = time.perf_counter()
    logs.append(network())
    times.append(time.perf_counter() - start)
print(json.dumps({"seconds": sorted(times)[len(times) // 2], "version": torch.__version__, "logGradient": logs}))
