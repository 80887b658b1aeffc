"""Outputs and tangent kernels of gated networks by PyTorch's autograd, in double precision.

python3 generate_gating.py > gating.json    (torch 2.13)

Networks have biases and two outputs; kernels are summed over outputs. Weights are rounded to two digits, so that JSON holds them exactly.
"""

import json

import torch

torch.set_default_dtype(torch.float64)
torch.manual_seed(3)

INPUTS, HIDDEN, OUTPUTS = 3, [4, 2, 3], 2
WIDTHS = [INPUTS, *HIDDEN, OUTPUTS]
LAYERS = len(WIDTHS) - 1


def rounded(*shape):
    return torch.randn(*shape).mul(100).round().div(100)


W = [rounded(WIDTHS[l + 1], WIDTHS[l]) for l in range(LAYERS)]
U = [rounded(WIDTHS[l + 1], WIDTHS[l]) for l in range(LAYERS)]
b = [rounded(WIDTHS[l + 1]) for l in range(LAYERS)]
c = [rounded(WIDTHS[l + 1]) for l in range(LAYERS)]
points = [rounded(INPUTS), rounded(INPUTS)]


def output(model, beta, x, parameters):
    W, U, b, c = parameters
    h = torch.ones(INPUTS) if model == "dlgn-pwc" else x
    eta = x
    for l in range(LAYERS - 1):
        if model in ("relu", "dln"):
            v = W[l] @ h + b[l]
            h = torch.relu(v) if model == "relu" else v
            continue
        eta = W[l] @ eta + b[l]
        gate = torch.sigmoid(beta * eta) if beta else (eta >= 0).double()
        h = gate * (U[l] @ h + c[l])
    top, bias = (W, b) if model in ("relu", "dln") else (U, c)
    return top[-1] @ h + bias[-1]


def case(model, beta):
    parameters = [[t.clone().requires_grad_() for t in group] for group in (W, U, b, c)]
    flat = [t for group in parameters for t in group]
    names = [name for name in "WUbc" for _ in range(LAYERS)]
    outputs, gradients = [], []
    for x in points:
        y = output(model, beta, x, parameters)
        outputs.append(y.tolist())
        gradients.append([torch.autograd.grad(y[k], flat, retain_graph=True, allow_unused=True) for k in range(OUTPUTS)])

    def kernel(sets):
        def entry(p, q):
            pairs = [(g, h, n) for k in range(OUTPUTS) for g, h, n in zip(gradients[p][k], gradients[q][k], names)]
            return sum(float((g * h).sum()) for g, h, n in pairs if g is not None and h is not None and n in sets)

        return [[entry(p, q) for q in range(2)] for p in range(2)]

    return {"model": model, "beta": beta, "outputs": outputs, "all": kernel("WUbc"), "W": kernel("Wb"), "U": kernel("Uc")}


models = [("relu", None), ("dln", None), ("dlgn", None), ("dlgn-pwc", None), ("dlgn", 1.7), ("dlgn-pwc", 1.7)]
plain = lambda tensors: [t.tolist() for t in tensors]
print(
    json.dumps(
        {
            "W": plain(W),
            "U": plain(U),
            "b": plain(b),
            "c": plain(c),
            "points": plain(points),
            "cases": [case(model, beta) for model, beta in models],
        },
        indent=1,
    )
)
