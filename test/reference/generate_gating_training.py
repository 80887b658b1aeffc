"""Gradients and Adam steps of gated networks by PyTorch's autograd and torch.optim.Adam, in double precision.

python3 generate_gating_training.py > gating-training.json    (torch 2.13)

What is given is rounded to single precision, and stands exactly; results have 13 digits.
"""

import json

import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)


def draw(generator, *shape, scale=1.0):
    """Numbers that single precision holds."""
    return (scale * torch.randn(*shape, generator=generator)).float().double()


def layer(generator, nodes, inputs, bias):
    return {
        "weights": draw(generator, nodes, inputs, scale=0.8).requires_grad_(),
        "bias": draw(generator, nodes, scale=0.3).requires_grad_() if bias else None,
    }


def affine(x, own):
    return F.linear(x, own["weights"], own["bias"])


def outputs(model, beta, W, U, x):
    if model in ("relu", "dln"):
        h = x
        for own in W[:-1]:
            h = affine(h, own)
            h = F.relu(h) if model == "relu" else h
        return affine(h, W[-1])
    eta, h = x, torch.ones_like(x) if model == "dlgn-pwc" else x
    for gates, values in zip(W, U[:-1]):
        eta = affine(eta, gates)
        gate = (eta >= 0).double() if beta == "hard" else torch.sigmoid(beta * eta)
        h = gate * affine(h, values)
    return affine(h, U[-1])


def loss_of(kind, f, wanted):
    return F.mse_loss(f, wanted) if kind == "mse" else F.cross_entropy(f, wanted)


def flat(numbers):
    return numbers.detach().reshape(-1).tolist()


def short(numbers):
    return [float(f"{x:.13g}") for x in flat(numbers)]


def parameters(layers):
    return [part for own in layers for part in (own["weights"], own["bias"]) if part is not None]


def dense_case(seed, model, beta, loss, bias, widths, fixed=False, adam=None, scale=1.0):
    generator = torch.Generator().manual_seed(seed)
    adam = adam or {"rate": 0.01, "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8}
    shapes = list(zip(widths[1:], widths[:-1]))
    own = model.startswith("dlgn")
    W = [layer(generator, n, i, bias) for n, i in (shapes[:-1] if own else shapes)]
    U = [layer(generator, n, i, bias) for n, i in shapes] if own else []
    samples = 7
    inputs = draw(generator, samples, widths[0], scale=scale)
    if loss == "mse":
        wanted = draw(generator, samples, widths[-1])
    else:
        wanted = torch.arange(samples) % widths[-1]
    everything = parameters(W + U)
    moving = parameters(U) if own and (fixed or beta == "hard") else everything
    initial = [flat(numbers) for numbers in everything]
    first = loss_of(loss, outputs(model, beta, W, U, inputs), wanted)
    slopes = torch.autograd.grad(first, moving)
    optimiser = torch.optim.Adam(moving, lr=adam["rate"], betas=(adam["beta1"], adam["beta2"]), eps=adam["epsilon"])
    batches = [[4, 0, 6], [2, 5, 1, 3], [6]]
    for batch in batches:
        optimiser.zero_grad()
        loss_of(loss, outputs(model, beta, W, U, inputs[batch]), wanted[batch]).backward()
        optimiser.step()
    with torch.no_grad():
        last = loss_of(loss, outputs(model, beta, W, U, inputs), wanted)
    return {
        **{"model": model, "beta": beta, "fixed": fixed, "loss": loss, "bias": bias, "widths": widths, "adam": adam},
        **{"inputs": flat(inputs), "wanted": flat(wanted), "batches": batches, "start": initial},
        "startLoss": first.item(),
        "moving": "U" if moving is not everything else "all",
        "gradient": [short(slope) for slope in slopes],
        "end": [short(numbers) for numbers in everything],
        "endLoss": last.item(),
    }


LAYERS = [("convolution", 3, 1), ("residual", 3, 1), ("residual", 4, 2)]


class Taker:
    """Parameters in the order in which a pass takes them."""

    def __init__(self, generator):
        self.generator, self.taken = generator, []

    def take(self, *shape, offset=0.0):
        numbers = (offset + draw(self.generator, *shape, scale=0.5)).float().double().requires_grad_()
        self.taken.append(numbers)
        return numbers


def convolutional(taker, normalised, opened, images):
    def convolution(x, filters, size, stride):
        weights = taker.take(filters, x.shape[1], size, size)
        if not normalised:
            return F.conv2d(x, weights, taker.take(filters), stride=stride, padding=size // 2)
        out = F.conv2d(x, weights, None, stride=stride, padding=size // 2)
        scale = taker.take(filters, offset=1.0)
        return F.batch_norm(out, None, None, scale, taker.take(filters), training=True, eps=1e-5)

    x = images
    for kind, filters, stride in LAYERS:
        first = opened(convolution(x, filters, 3, stride))
        if kind == "convolution":
            x = first
            continue
        second = convolution(first, filters, 3, 1)
        same = stride == 1 and x.shape[1] == filters
        x = opened(second + (x if same else convolution(x, filters, 1, stride)))
    x = x.mean(dim=(2, 3))
    return opened(F.linear(x, taker.take(5, x.shape[1]), taker.take(5)))


def convolutional_case(seed, model, beta, normalised):
    generator = torch.Generator().manual_seed(seed)
    images, labels = draw(generator, 4, 2, 5, 4), torch.tensor([0, 2, 1, 2])
    taker = Taker(generator)
    if model == "relu":
        top = convolutional(taker, normalised, F.relu, images)
    elif model == "dln":
        top = convolutional(taker, normalised, lambda z: z, images)
    else:
        eta = []
        convolutional(taker, normalised, lambda z: eta.append(z) or z, images)
        turn = iter(eta)
        start = torch.ones_like(images) if model == "dlgn-pwc" else images
        top = convolutional(taker, normalised, lambda z: torch.sigmoid(beta * next(turn)) * z, start)
    f = F.linear(top, taker.take(3, 5), taker.take(3))
    loss = F.cross_entropy(f, labels)
    slopes = torch.autograd.grad(loss, taker.taken)
    return {
        **{"model": model, "beta": beta, "normalised": normalised, "images": flat(images), "labels": labels.tolist()},
        **{"parameters": [flat(numbers) for numbers in taker.taken], "loss": loss.item()},
        "gradient": [short(slope) for slope in slopes],
    }


def main():
    own = {"rate": 0.1, "beta1": 0.5, "beta2": 0.9, "epsilon": 1e-3}
    dense = [
        dense_case(1, "relu", None, "mse", True, [3, 5, 4, 2]),
        dense_case(2, "relu", None, "cross-entropy", False, [3, 6, 3]),
        dense_case(3, "dln", None, "mse", False, [2, 3, 3, 1], adam=own),
        dense_case(4, "dlgn", 4, "mse", False, [2, 4, 3, 5, 1]),
        dense_case(5, "dlgn", 1.5, "cross-entropy", True, [4, 5, 3, 3], adam=own),
        dense_case(6, "dlgn-pwc", 4, "mse", True, [3, 4, 4, 2]),
        # 1 - g of a steep gate is rounding in single precision: with a small epsilon Adam would take its sign for a slope
        dense_case(7, "dlgn-pwc", 30, "cross-entropy", False, [2, 5, 2], adam=own),
        dense_case(8, "dlgn", "hard", "mse", True, [3, 5, 4, 2]),
        dense_case(9, "dlgn-pwc", 4, "mse", True, [3, 5, 4, 2], fixed=True),
        # logits of some thousands
        dense_case(10, "dln", None, "cross-entropy", True, [3, 4, 3], scale=2000.0),
        dense_case(11, "relu", None, "mse", True, [1, 1, 1]),
    ]
    models = [("relu", None), ("dlgn", 4), ("dlgn-pwc", 2), ("dln", None)]
    convolutions = [
        convolutional_case(20 + k, model, beta, normalised)
        for k, ((model, beta), normalised) in enumerate([(each, b) for each in models for b in (True, False)])
    ]
    print(json.dumps({"dense": dense, "convolutional": convolutions}))


main()
