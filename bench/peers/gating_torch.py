#!/usr/bin/env python3
"""Peer: gated networks on the circle in PyTorch, float32, all seeds in one loop of bmm.

    python3 bench/peers/gating_torch.py --model dlgn --beta 4 [--fixed] [--epochs 300] [--seeds 12]

Gradients by hand and Adam on one flat tensor of all weights: nothing is left to autograd. --autograd takes torch.autograd
instead, as a check of the gradients. Prints JSON: CPU seconds of the loop, and the loss of every seed after each of
--checkpoints epochs.
"""
import argparse
import json
import math
import time

import torch

parser = argparse.ArgumentParser()
parser.add_argument("--model", choices=["relu", "dlgn", "dlgn-pwc"], default="dlgn")
parser.add_argument("--beta", type=float, default=4)
parser.add_argument("--fixed", action="store_true")
parser.add_argument("--epochs", type=int, default=300)
parser.add_argument("--batches", type=int, default=10)
parser.add_argument("--points", type=int, default=400)
parser.add_argument("--width", type=int, default=16)
parser.add_argument("--depth", type=int, default=5)
parser.add_argument("--rate", type=float, default=0.01)
parser.add_argument("--seeds", type=int, default=12)
parser.add_argument("--seed", type=int, default=1)
parser.add_argument("--top", type=float, default=2, help="frequency on the top half")
parser.add_argument("--below", type=float, default=8)
parser.add_argument("--checkpoints", default="3,200")
parser.add_argument("--threads", type=int, default=1)
parser.add_argument("--autograd", action="store_true")
options = parser.parse_args()

torch.set_num_threads(options.threads)
torch.manual_seed(options.seed)
S, N, beta = options.seeds, options.points, options.beta
own = options.model != "relu"
moving = own and not options.fixed
widths = [2] + [options.width] * options.depth + [1]
shapes = list(zip(widths, widths[1:]))
L = len(shapes)

angle = 2 * math.pi * (torch.arange(N) + 0.5) / N
points = torch.stack([angle.cos(), angle.sin()], 1)
wanted = torch.where(angle < math.pi, (options.top * angle).sin(), (options.below * angle).sin())[:, None]


def allocate(layers):
    """One flat tensor a seed, and its layers as views: inputs x nodes."""
    flat = torch.zeros(S, sum(i * n for i, n in layers))
    views, at = [], 0
    for i, n in layers:
        views.append(flat[:, at : at + i * n].view(S, i, n))
        at += i * n
    return flat, views


# the layers through which values flow, then those of the gates
layers = shapes + (shapes[:-1] if own else [])
flat, views = allocate(layers)
for (i, _), view in zip(layers, views):
    view.uniform_(-1 / math.sqrt(i), 1 / math.sqrt(i))
slopes, slope_views = allocate(layers)
U, W = views[:L], views[L:]
dU, dW = slope_views[:L], slope_views[L:]
trained = sum(i * n for i, n in (layers if moving else shapes))
first, second = torch.zeros(S, trained), torch.zeros(S, trained)


def forward(x):
    eta, gates = [x], []
    if own:
        for w in W:
            eta.append(torch.bmm(eta[-1], w))
            gates.append(torch.sigmoid(beta * eta[-1]))
    h, values = [torch.ones_like(x) if options.model == "dlgn-pwc" else x], []
    for l in range(L):
        values.append(torch.bmm(h[-1], U[l]))
        if l == L - 1:
            return eta, gates, h, values
        if not own:
            gates.append((values[-1] > 0).float())
        h.append(values[-1] * gates[l])


def gradient(x, y):
    eta, gates, h, values = forward(x)
    delta = (values[-1] - y).mul_(2 / x.shape[1])
    by_gate = [None] * (L - 1)
    for l in range(L - 1, -1, -1):
        torch.bmm(h[l].transpose(1, 2), delta, out=dU[l])
        if l == 0:
            break
        by_hidden = torch.bmm(delta, U[l].transpose(1, 2))
        g = gates[l - 1]
        if moving:
            by_gate[l - 1] = (by_hidden * values[l - 1]).mul_(g).mul_(1 - g).mul_(beta)
        delta = by_hidden.mul_(g)
    if not moving:
        return
    by_eta = None
    for l in range(L - 2, -1, -1):
        by_eta = by_gate[l] if by_eta is None else by_gate[l].baddbmm_(by_eta, W[l + 1].transpose(1, 2))
        torch.bmm(eta[l].transpose(1, 2), by_eta, out=dW[l])


def gradient_autograd(x, y):
    flat.requires_grad_(True)
    flat.grad = None
    global U, W
    at, fresh = 0, []
    for i, n in layers:
        fresh.append(flat[:, at : at + i * n].view(S, i, n))
        at += i * n
    U, W = fresh[:L], fresh[L:]
    (forward(x)[3][-1] - y).square().mean(dim=(1, 2)).sum().backward()
    slopes.copy_(flat.grad)
    flat.requires_grad_(False)
    U, W = views[:L], views[L:]


torch.set_grad_enabled(options.autograd)
step, losses = 0, {}
checkpoints = [int(epoch) for epoch in options.checkpoints.split(",")]
everything = points.expand(S, N, 2).contiguous()
seconds = 0.0
for epoch in range(options.epochs + 1):
    if epoch in checkpoints:
        with torch.no_grad():
            losses[epoch] = (forward(everything)[3][-1] - wanted).square().mean(dim=(1, 2)).tolist()
    if epoch == options.epochs:
        break
    start = time.process_time()
    order = torch.rand(S, N).argsort(1).view(S, options.batches, -1)
    for k in range(options.batches):
        rows = order[:, k]
        x, y = points[rows], wanted[rows]
        (gradient_autograd if options.autograd else gradient)(x, y)
        step += 1
        g = slopes[:, :trained]
        first.lerp_(g, 0.1)
        second.mul_(0.999).addcmul_(g, g, value=0.001)
        size = second.sqrt().mul_(1 / math.sqrt(1 - 0.999**step)).add_(1e-8)
        flat.data[:, :trained].addcdiv_(first, size, value=-options.rate / (1 - 0.9**step))
    seconds += time.process_time() - start
print(json.dumps({"seconds": seconds, "loss": losses}))
