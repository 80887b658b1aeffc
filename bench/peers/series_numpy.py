#!/usr/bin/env python3
"""Peer: every BSB1 quantity of one activation at one batch size by a Gegenbauer series in numpy.

    python3 bench/peers/series_numpy.py tanh 64 [--repeats 51]

Two-sample averages are E[f(z1) g(z2)] = sum_k f_k g_k P_k(-1/n), n = B - 1, with orthonormal Gegenbauer coefficients by
Gauss-Legendre in the latitude, z = sqrt(n) sin a, weight cos^(n-2) a cut at 9 standard deviations. The Legendre nodes do
not depend on B and are made once. Fixed size, no error estimate: 160 nodes, 100 terms (enough for smooth phi; a kink
leaves an algebraic error). Only numpy is imported.
"""

from __future__ import annotations

import argparse
import json
import math
import platform
import statistics
import time

try:
    import numpy as np
except ImportError:
    print(json.dumps({"missing": "numpy: install it with `pip install numpy` or `apt install python3-numpy`"}))
    raise SystemExit(0) from None

NODES, TERMS = 160, 100
UNIT_NODES, UNIT_WEIGHTS = np.polynomial.legendre.leggauss(NODES)
_erf = np.vectorize(math.erf, otypes=[float])


def _sigmoid(x: np.ndarray) -> np.ndarray:
    return 0.5 * (1 + np.tanh(0.5 * x))


def _relu(x):
    return np.maximum(x, 0), (x > 0).astype(float)


def _elu(x):
    e = np.exp(np.minimum(x, 0))
    return np.where(x > 0, x, e - 1), e


def _tanh(x):
    t = np.tanh(x)
    return t, 1 - t * t


def _gelu(x):
    cdf = 0.5 * (1 + _erf(x / math.sqrt(2)))
    return x * cdf, cdf + x * np.exp(-0.5 * x * x) / math.sqrt(2 * math.pi)


def _silu(x):
    s = _sigmoid(x)
    return x * s, s * (1 + x * (1 - s))


# name: x -> (phi(x), phi'(x))
ACTIVATIONS = {
    "relu": _relu,
    "elu": _elu,
    "elu(1)": _elu,
    "tanh": _tanh,
    "erf": lambda x: (_erf(x), 2 / math.sqrt(math.pi) * np.exp(-x * x)),
    "gelu": _gelu,
    "silu": _silu,
    "sin": lambda x: (np.sin(x), np.cos(x)),
}


def _polynomials(z: np.ndarray, n: int) -> tuple[np.ndarray, np.ndarray]:
    """Orthonormal p_k(z), shape (TERMS, NODES), and P_k(-1/n) with P_k(1) = 1."""
    k = np.arange(1, TERMS, dtype=float)
    b = np.sqrt(n * k * (k + n - 3) / ((2 * k + n - 2) * (2 * k + n - 4)))
    rows, at = np.empty((TERMS, len(z))), np.empty(TERMS)
    rows[0], rows[1], at[0], at[1] = 1, z / b[0], 1, -1 / n
    for j in range(1, TERMS - 1):
        rows[j + 1] = (z * rows[j] - b[j - 1] * rows[j - 1]) / b[j]
        at[j + 1] = -((2 * j + n - 2) / n * at[j] + j * at[j - 1]) / (j + n - 2)
    return rows, at


def quantities(activation: str, batch: int) -> dict[str, float]:
    B, n = batch, batch - 1
    half = min(math.pi / 2, 9 / math.sqrt(n))
    sine = np.sin(half * UNIT_NODES)
    z = math.sqrt(n) * sine
    w = UNIT_WEIGHTS * np.exp((n - 2) / 2 * np.log1p(-sine * sine))
    w /= w.sum()
    p, d = ACTIVATIONS[activation](z)
    z2 = z * z
    rows, at = _polynomials(z, n)
    columns = np.stack([p, p * z, p * z2, d, d * z, d * z2, d * z2 * z], axis=1) * w[:, None]
    p0, p1, p2, d0, d1, d2, d3 = (rows @ columns).T

    def pair(f, g):
        return float(np.sum(f * g * at))

    pp, pp_ab, pp_aa = pair(p0, p0), pair(p1, p1), pair(p0, p2)
    dd, dd_ab, dd_aa, dd_aabb, dd_aaab = pair(d0, d0), pair(d1, d1), pair(d0, d2), pair(d2, d2), pair(d3, d1)
    wp, wd = w * p * p, w * d * d
    q, qz = float(wp.sum()), float(wp @ z2)
    e0, e2, e4 = float(wd.sum()), float(wd @ z2), float(wd @ (z2 * z2))
    mu = q - pp
    inverse = 1 / (mu * (B - 3))
    bwd_g = inverse * (n * e0 - e2 + dd + dd_ab)
    w_l = (
        n * n * (n * n * e0 - 2 * n * e2 + e4)
        + 2 * n * n * (n * dd + n * dd_ab - dd_aa - dd_aaab)
        + n * e0 - 2 * e2 + B * e2 - e4
        + n * ((B - 2) * dd - 2 * (dd_aa + dd_ab) + B * dd_ab - 2 * dd_aaab)
    )  # fmt: skip
    k_pp = (n * (B - 2) * pp_ab + 2 * n * pp_aa - B * pp) / ((B - 2) * (B - 3))
    k_dd = (n * (B - 2) * dd_aabb + 2 * n * dd_aaab - B * dd_ab) / ((B - 2) * (B - 3))
    # (E r)^2 for r^2 ~ chi^2_n; the asymptotic series where lgamma differences lose digits
    chi = (
        2 * math.exp(2 * (math.lgamma(B / 2) - math.lgamma(n / 2)))
        if n < 200
        else n * (1 - 1 / (4 * n) + 1 / (32 * n**2) + 5 / (128 * n**3) - 21 / (2048 * n**4)) ** 2
    )
    return {
        "q": q,
        "c": pp / q,
        "mu": mu,
        "fwd_G": 0.0,
        "fwd_L": (qz - q - 2 * n * (pp_aa - pp) / (B - 2)) / (2 * mu),
        "fwd_M": n * k_pp / (mu * B),
        "bwd_G": bwd_g,
        "bwd_L": inverse * w_l / (B * n * (B - 2)) - bwd_g / (B - 2),
        "bwd_M": inverse * B * (dd - (2 * dd_aa + 2 * (dd_aa + dd_ab) / (B - 2)) / B + 2 * k_dd / B / B),
        "cross_c": float(w @ p) ** 2,
        "cross_eig": B * chi * float(w @ (p * z)) ** 2 / (mu * n * n),
    }


def measure(activation: str, batch: int, repeats: int) -> dict:
    value = quantities(activation, batch)  # also the warm-up
    seconds = []
    for _ in range(repeats):
        began = time.perf_counter()
        quantities(activation, batch)
        seconds.append(time.perf_counter() - began)
    return {
        "peer": "numpy series",
        "activation": activation,
        "batch": batch,
        "quantity": "all",
        "value": value,
        "seconds": statistics.median(seconds),
        "repeats": repeats,
        "versions": {"python": platform.python_version(), "numpy": np.__version__},
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("activation", choices=sorted(ACTIVATIONS))
    parser.add_argument("batch", type=lambda text: int(float(text)))
    parser.add_argument("--repeats", type=int, default=51)
    options = parser.parse_args()
    print(json.dumps(measure(options.activation, options.batch, options.repeats)))


if __name__ == "__main__":
    main()
