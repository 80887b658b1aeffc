#!/usr/bin/env python3
"""Peer: the explosion rate of one activation at one batch size with scipy.integrate.

    python3 bench/peers/rate_dblquad.py tanh 64 [--repeats 7]

With n = B - 1 and (z1, z2) two coordinates of sqrt(B) x, x uniform on the unit sphere of the hyperplane sum = 0,

    rate = E[(n - z1^2) phi'(z1)^2 + (1 + z1 z2) phi'(z1) phi'(z2)] / ((B-3) E[phi(z1)^2 - phi(z1) phi(z2)]).

What a careful scipy user would write: one-sample terms by `quad`, two-sample terms by `dblquad`, default tolerances, scalar
`math` functions in the callbacks (numpy scalars are slower). The variables are latitudes, z1 = sqrt(n) sin a,
z2 = sqrt(n)(rho sin a + sqrt(1-rho^2) cos a sin b) with weights cos^(n-2) a, cos^(n-3) b: the integrand is bounded at B = 4
too. The range is cut where the weight is below 1e-16, or the peak would be missed at large B, and the weights are
normalised by `quad` (Gamma ratios lose digits there). Kinks: `quad` is told them (it has a keyword for it), `dblquad` is
not (it has none); so the two-sample terms of relu and elu are as good as the default tolerance makes them.
"""

from __future__ import annotations

import argparse
import json
import math
import platform
import statistics
import time

try:
    import numpy
    import scipy
    from scipy.integrate import dblquad, quad
except ImportError:
    print(json.dumps({"missing": "scipy: install it with `pip install scipy` or `apt install python3-scipy`"}))
    raise SystemExit(0) from None

SQRT2, SQRT2PI = math.sqrt(2), math.sqrt(2 * math.pi)


def _gelu_slope(x: float) -> float:
    return 0.5 * (1 + math.erf(x / SQRT2)) + x * math.exp(-0.5 * x * x) / SQRT2PI


def _sigmoid(x: float) -> float:
    return 1 / (1 + math.exp(-x)) if x > 0 else math.exp(x) / (1 + math.exp(x))


# name: (phi, phi', kinks)
ACTIVATIONS = {
    "relu": (lambda x: x if x > 0 else 0.0, lambda x: 1.0 if x > 0 else 0.0, (0.0,)),
    "elu": (lambda x: x if x > 0 else math.expm1(x), lambda x: 1.0 if x > 0 else math.exp(x), (0.0,)),
    "tanh": (math.tanh, lambda x: 1 - math.tanh(x) ** 2, ()),
    "erf": (math.erf, lambda x: 2 / math.sqrt(math.pi) * math.exp(-x * x), ()),
    "gelu": (lambda x: 0.5 * x * (1 + math.erf(x / SQRT2)), _gelu_slope, ()),
    "silu": (lambda x: x * _sigmoid(x), lambda x: _sigmoid(x) * (1 + x * _sigmoid(-x)), ()),
    "sin": (math.sin, math.cos, ()),
}
ACTIVATIONS["elu(1)"] = ACTIVATIONS["elu"]


def explosion_rate(activation: str, batch: int) -> float:
    phi, slope, kinks = ACTIVATIONS[activation]
    n = batch - 1
    root, rho = math.sqrt(n), -1 / n
    across = math.sqrt(1 - rho * rho)
    reach = min(math.pi / 2, 8.6 / root)
    first, second = (n - 2) / 2, (n - 3) / 2

    def weight(angle: float, half_power: float) -> float:
        # log1p keeps cos^n accurate for n up to 1e8; at the poles the weight is 0 (or 1 for power 0).
        square = math.sin(angle) ** 2
        return math.exp(half_power * math.log1p(-square)) if square < 1 else float(half_power == 0)

    def pair(a: float, b: float) -> tuple[float, float, float]:
        sine = math.sin(a)
        z2 = root * (rho * sine + across * math.cos(a) * math.sin(b))
        return root * sine, z2, weight(a, first) * weight(b, second)

    def spread(b: float, a: float) -> float:
        z1, z2, w = pair(a, b)
        return w * phi(z1) * phi(z2)

    def transport(b: float, a: float) -> float:
        z1, z2, w = pair(a, b)
        return w * (1 + z1 * z2) * slope(z1) * slope(z2)

    points = [math.asin(k / root) for k in kinks if abs(k) < root] or None
    mass = quad(weight, -reach, reach, args=(first,))[0]
    mass_second = quad(weight, -reach, reach, args=(second,))[0]
    square = quad(lambda a: weight(a, first) * phi(root * math.sin(a)) ** 2, -reach, reach, points=points)[0] / mass
    own = (
        quad(
            lambda a: weight(a, first) * math.cos(a) ** 2 * slope(root * math.sin(a)) ** 2, -reach, reach, points=points
        )[0]
        * n
        / mass
    )
    pair_mass = mass * mass_second
    cross = dblquad(spread, -reach, reach, -reach, reach)[0] / pair_mass
    mixed = dblquad(transport, -reach, reach, -reach, reach)[0] / pair_mass
    return (own + mixed) / ((batch - 3) * (square - cross))


def measure(activation: str, batch: int, repeats: int) -> dict:
    value = explosion_rate(activation, batch)  # also the warm-up
    seconds = []
    for _ in range(repeats):
        began = time.perf_counter()
        explosion_rate(activation, batch)
        seconds.append(time.perf_counter() - began)
    return {
        "peer": "scipy dblquad",
        "activation": activation,
        "batch": batch,
        "quantity": "bwd_G",
        "value": value,
        "seconds": statistics.median(seconds),
        "repeats": repeats,
        "versions": {"python": platform.python_version(), "numpy": numpy.__version__, "scipy": scipy.__version__},
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("activation", choices=sorted(ACTIVATIONS))
    parser.add_argument("batch", type=lambda text: int(float(text)))
    parser.add_argument("--repeats", type=int, default=7)
    options = parser.parse_args()
    print(json.dumps(measure(options.activation, options.batch, options.repeats)))


if __name__ == "__main__":
    main()
