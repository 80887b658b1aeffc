#!/usr/bin/env python3
"""Peer: two-layer students of teachers trained by vanilla SGD in PyTorch, float32, several seeds in one loop of bmm.

    /usr/bin/python3 bench/peers/training_torch.py --teacher 20 --multiplier 10 --polarity 1 [--steps 2000] [--seeds 8]

Gradients by hand, updates in place, teacher outputs computed once: nothing is left to autograd. Prints JSON: seconds of the
loop, the evaluation loss of every seed, and the fraction of teacher nodes that a student node matches (centred correlation
above 0.95 on the evaluation inputs).
"""
import argparse
import json
import time

import torch

parser = argparse.ArgumentParser()
parser.add_argument("--teacher", type=int, default=20)
parser.add_argument("--multiplier", type=int, default=10)
parser.add_argument("--polarity", type=float, default=1)
parser.add_argument("--inputs", type=int, default=100)
parser.add_argument("--outputs", type=int, default=50)
parser.add_argument("--samples", type=int, default=10000)
parser.add_argument("--batch", type=int, default=16)
parser.add_argument("--rate", type=float, default=0.01)
parser.add_argument("--steps", type=int, default=2000)
parser.add_argument("--seeds", type=int, default=8)
parser.add_argument("--seed", type=int, default=1)
parser.add_argument("--threads", type=int, default=1)
options = parser.parse_args()

torch.set_num_threads(options.threads)
torch.manual_seed(options.seed)
torch.set_grad_enabled(False)
S, N, B = options.seeds, options.samples, options.batch
d, m, C = options.inputs, options.teacher, options.outputs
n = m * options.multiplier


def distinct(rows, columns):
    """A grid vector in every row, no two equal."""
    while True:
        grid = torch.randint(-4, 5, (rows, columns)) / 4
        if torch.unique(grid, dim=0).shape[0] == rows and (grid.norm(dim=1) > 0).all():
            return grid


def teacher():
    """The weights of one teacher, a bias of -0.1 as the last row."""
    first = distinct(m, d)
    first = (first / first.norm(dim=1, keepdim=True)).T
    second = distinct(C, m).T / (torch.arange(1, m + 1).float() ** options.polarity)[:, None]
    return [torch.cat([w, torch.full((1, w.shape[1]), -0.1)]) for w in (first, second)]


def with_one(x):
    return torch.cat([x, torch.ones(*x.shape[:-1], 1)], dim=-1)


def forward(x, first, second):
    hidden = torch.relu(torch.bmm(x, first))
    return hidden, torch.bmm(with_one(hidden), second)


teachers = [torch.stack(layer) for layer in zip(*(teacher() for _ in range(S)))]
train, evaluation = (with_one(1.5 * torch.randn(S, N, d)) for _ in range(2))
targets = forward(train, *teachers)[1]
V1 = torch.randn(S, d + 1, n) * 0.005
V1[:, d] = 0
W2 = torch.randn(S, n, C) * 0.005
b2 = torch.zeros(S, 1, C)
# one gather for all seeds: rows of one long table
table, wanted = train.reshape(S * N, d + 1), targets.reshape(S * N, C)
offsets = (torch.arange(S) * N)[:, None]
scale = options.rate / B

start = time.process_time()
for step in range(options.steps):
    if step % 1000 == 0:
        batches = (torch.randint(N, (1000, S, B)) + offsets).reshape(1000, S * B)
    rows = batches[step % 1000]
    x = table[rows].view(S, B, d + 1)
    hidden = torch.bmm(x, V1).relu_()
    residual = wanted[rows].view(S, B, C).sub_(b2).baddbmm_(hidden, W2, alpha=-1)
    gradient = torch.bmm(residual, W2.transpose(1, 2)).mul_(hidden > 0)
    W2.baddbmm_(hidden.transpose(1, 2), residual, alpha=scale)
    b2.add_(residual.sum(1, keepdim=True), alpha=scale)
    V1.baddbmm_(x.transpose(1, 2), gradient, alpha=scale)
seconds = time.process_time() - start

losses, matched = [], []
for s in range(S):
    x = evaluation[s : s + 1]
    hidden_teacher, wanted_here = forward(x, *(layer[s : s + 1] for layer in teachers))
    hidden, out = forward(x, V1[s : s + 1], torch.cat([W2, b2], dim=1)[s : s + 1])
    losses.append((wanted_here - out).square().mean().item())
    left, right = ((h[0] - h[0].mean(0)).double() for h in (hidden_teacher, hidden))
    lengths = left.norm(dim=0)[:, None] * right.norm(dim=0)[None, :]
    best = ((left.T @ right) / lengths.clamp(min=1e-30)).max(dim=1).values
    matched.append((best > 0.95).double().mean().item())
print(json.dumps({"seconds": seconds, "loss": losses, "matched": matched}))
