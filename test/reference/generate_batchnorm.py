#!/usr/bin/env python3
"""Reference values for batch-normalised mean-field networks, computed from the definitions.

    python3 test/reference/generate_batchnorm.py            # writes batchnorm-independent.json beside this file
    python3 test/reference/generate_batchnorm.py --only tanh,relu --batch 4,8     # prints those, writes nothing

Needs Python >= 3.10, numpy with an 80-bit long double (x86-64 Linux) and mpmath. The file is rewritten after every
(activation, batch) pair, so a partial run leaves a valid JSON. A full run takes about ten minutes of one core.

Setting
    y = G h, h ~ N(0, Sigma) in R^B, G = I - 11^T/B, n = B-1, psi(t) = phi(gamma t + beta), and at the BSB1 fixed point
    G Sigma* G = mu G, so y = sqrt(mu) r x with x uniform on the unit sphere of the hyperplane sum = 0 and r^2 ~ chi^2_n
    independent. Then B_phi(h)_i = psi(s z_i), z_i = sqrt(B) x_i, s^2 = mu r^2/(mu r^2 + B eps), S^2 = mu r^2/B + eps.
    Any two z_1, z_2 have unit variance and correlation rho = -1/n.

How the eigenvalues are derived (nothing here is taken from a published formula)
    Both operators commute with S_B and the symmetric matrices on the hyperplane split into three different irreducible
    parts, span(G) + L + M, so an eigenvalue is <Delta, T Delta>/<Delta, Delta> for any Delta in the part; sums over a third
    sample are removed by its conditional moments E[x_k | x_1, x_2] = -(x_1+x_2)/(B-2) and so on.
    Forward: Gaussian differentiation, dV[Delta] = (1/2mu) E[psi psi^T (r^2 x^T Delta x - tr Delta)].
    Backward: J = S^-1 diag(psi'(s z)) (G - s^2 x x^T).
    Write p = psi(s z), d = psi'(s z), kap = 2 s^2 - s^4, w = weightVariance. All expectations below are over z and r.
      q = E p^2,  c = E[p1 p2]/q,  mu = w E[p^2 - p1 p2]
      fwd_G = w/(2 mu) E[(r^2 - n)(p^2 - p1 p2)]
      fwd_L = w/(2 mu n) E[r^2 (p^2 (z^2-1) - 2n/(B-2) p1 p2 (z1^2-1))]
      fwd_M = w/(mu B) E[r^2 p1 p2 K],  K = (n (B-2) z1 z2 + n (z1^2+z2^2) - B)/((B-2)(B-3))
      bwd_G = w/B E[S^-2 (d^2 (n - kap z^2) + d1 d2 (1 + kap z1 z2))]
      bwd_L = w/(B^2 n (B-2)) E[S^-2 W] - bwd_G/(B-2), with
          W = n^2 d^2 (n - s^2 z^2)^2 + 2 n^2 d1 d2 (n - s^2 z1^2)(1 + s^2 z1 z2)
            + n d^2 (1 - 2 s^2 z^2/n + s^4 z^2 (B - z^2)/n)
            + n d1 d2 (B-2 - s^2 (z1+z2)^2 + s^4 z1 z2 (B - z1^2 - z2^2))
      bwd_M = w E[S^-2 d1 d2 (1 - s^2 (z1^2 + z2^2 + (z1+z2)^2/(B-2))/B + 2 s^4 z1 z2 K/B^2)]
      cross_c = (E p)^2,  cross_eig = w B (E[r p z])^2/(mu n^2)   (E J = E[p y^T]/mu, by Stein)
    eps = 0: s = 1, E r^2 = n, E S^-2 = B/(mu (B-3)), E r = sqrt2 Gamma(B/2)/Gamma(n/2).

Routes for the expectations; a value is kept only when two of them agree
    exact    polynomial phi: rational moments of the sphere
    series   smooth phi: E[f(z1) g(z2)] = sum_k f_k g_k P_k(rho), Gegenbauer coefficients by composite Gauss-Legendre in the
             latitude, mpmath with 30 digits
    nested   any phi: latitude of z1, then of z2 given z1, both split at the kinks of phi and where a kink leaves the
             conditional range; long double
    swapped  the same with finer rules and the powers of z1, z2 exchanged
    polar    kinks only at 0: polar coordinates of the plane of two samples, split at the four rays z1 = 0, z2 = 0
    partial  piecewise linear phi: the inner integral in closed form (incomplete moments of (1-t^2)^((n-4)/2))
    gauss    batch "inf": one-dimensional Gaussian integrals, mpmath
"""

from __future__ import annotations

import argparse
import json
import math
import platform
import time
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import Callable

import mpmath
import numpy as np
from mpmath import mp, mpf

mp.dps = 32
LD = np.longdouble
assert np.finfo(LD).nmant >= 63, "needs an 80-bit long double"


# --------------------------------------------------------------------------------------------- two number systems


def to_ld(x) -> np.longdouble:
    return LD(mpmath.nstr(mpf(x), 24))


def to_mp(x) -> mpf:
    if isinstance(x, mpf):
        return x
    hi = float(x)
    return mpf(hi) + mpf(float(x - LD(hi)))


@lru_cache(maxsize=None)
def _erf_table() -> np.ndarray:
    """Taylor coefficients of erf about j/8, |j| <= 56, by erf^(k+1)(x) = (2/sqrt pi) (-1)^k H_k(x) e^(-x^2)."""
    terms, rows = 16, []
    for j in range(-56, 57):
        x = mpf(j) / 8
        h, coefficients = [mpf(1), 2 * x], [mpmath.erf(x)]
        for k in range(2, terms):
            h.append(2 * x * h[-1] - 2 * (k - 1) * h[-2])
        scale = 2 / mpmath.sqrt(mpmath.pi) * mpmath.exp(-x * x)
        coefficients += [scale * (-1) ** k * h[k] / mpmath.factorial(k + 1) for k in range(terms)]
        rows.append([to_ld(c) for c in coefficients])
    return np.array(rows, dtype=LD)


class LongDouble:
    """Functions on numpy long double arrays."""

    exp, tanh, sin, cos, log1p, expm1, sqrt = np.exp, np.tanh, np.sin, np.cos, np.log1p, np.expm1, np.sqrt
    pi = LD("3.14159265358979323846264338327950288")

    @staticmethod
    def num(text: str):
        return LD(text)

    @staticmethod
    def erf(x):
        table, clipped = _erf_table(), np.clip(x, LD(-7), LD(7))
        j = np.rint(clipped * 8).astype(int)
        t, c = clipped - j.astype(LD) / 8, table[j + 56]
        out = c[..., -1].copy()
        for k in range(c.shape[-1] - 2, -1, -1):
            out = out * t + c[..., k]
        return out


class Multiprecision:
    """The same functions on object arrays of mpf."""

    exp, tanh, sin, cos, log1p, expm1, sqrt, erf = (
        np.frompyfunc(f, 1, 1)
        for f in (mp.exp, mp.tanh, mp.sin, mp.cos, mp.log1p, mp.expm1, mp.sqrt, mp.erf)
    )
    pi = +mp.pi

    @staticmethod
    def num(text: str):
        return mpf(text)


# ------------------------------------------------------------------------------------------------------ activations


@dataclass(frozen=True)
class Activation:
    """phi and phi' over either number system; `lines` = (slope, intercept) of each piece when piecewise linear."""

    f: Callable
    df: Callable
    kinks: tuple[str, ...] = ()
    lines: tuple[tuple[str, str], ...] = ()
    polynomial: tuple[int, ...] = ()  # coefficients, constant first
    parity: int = 0  # 1 even, -1 odd
    power_kink: bool = False  # phi or phi' behaves like a fractional power at a kink
    jumps: tuple[str, ...] = ()  # jump of phi at each kink: phi' holds a delta there

    @property
    def smooth(self) -> bool:
        return not self.kinks


def _sigmoid(m, x):
    e = m.exp(-abs(x))
    return np.where((x >= 0).astype(bool), 1 / (1 + e), e / (1 + e))


def _softplus(m, x):
    return np.where((x > 0).astype(bool), x, x * 0) + m.log1p(m.exp(-abs(x)))


def _normal_cdf(m, x):
    return (1 + m.erf(x / m.sqrt(m.num("2")))) / 2


def _normal_pdf(m, x):
    return m.exp(-x * x / 2) / m.sqrt(2 * m.pi)


def _where(condition, a, b):
    return np.where(np.asarray(condition).astype(bool), a, b)


def _piecewise_linear(kinks, lines, **facts) -> Activation:
    def piece(m, x, which):
        out = x * 0 + m.num(lines[0][which])
        for kink, line in zip(kinks, lines[1:]):
            out = _where(x > m.num(kink), m.num(line[which]), out)
        return out

    return Activation(
        lambda m, x: piece(m, x, 0) * x + piece(m, x, 1), lambda m, x: piece(m, x, 0), tuple(kinks), tuple(lines), **facts
    )


def _polynomial(coefficients, **facts) -> Activation:
    def horner(values, x):
        out = x * 0
        for c in reversed(values):
            out = out * x + c
        return out

    derivative = [k * c for k, c in enumerate(coefficients)][1:]
    return Activation(
        lambda m, x: horner(coefficients, x), lambda m, x: horner(derivative, x), polynomial=tuple(coefficients), **facts
    )


def _elu(alpha: str) -> Activation:
    def negative(x):
        return _where(x > 0, x * 0, x)

    return Activation(
        lambda m, x: _where(x > 0, x, m.num(alpha) * m.expm1(negative(x))),
        lambda m, x: _where(x > 0, x * 0 + 1, m.num(alpha) * m.exp(negative(x))),
        kinks=("0",),
    )


def _relu(x):
    return _where(x > 0, x, x * 0)


def _step(x):
    return _where(x > 0, x * 0 + 1, x * 0)


def _mish_derivative(m, x):
    t = m.tanh(_softplus(m, x))
    return t + x * (1 - t * t) * _sigmoid(m, x)


ACTIVATIONS: dict[str, Activation] = {
    "relu": _piecewise_linear(["0"], [("0", "0"), ("1", "0")]),
    "leaky_relu(0.2)": _piecewise_linear(["0"], [("0.2", "0"), ("1", "0")]),
    "abs": _piecewise_linear(["0"], [("-1", "0"), ("1", "0")], parity=1),
    "sign": _piecewise_linear(["0"], [("0", "-1"), ("0", "1")], parity=-1, jumps=("2",)),
    "step": _piecewise_linear(["0"], [("0", "0"), ("0", "1")], jumps=("1",)),
    "hardtanh": _piecewise_linear(["-1", "1"], [("0", "-1"), ("1", "0"), ("0", "1")], parity=-1),
    "relu6": _piecewise_linear(["0", "6"], [("0", "0"), ("1", "0"), ("0", "6")]),
    "relu(x-0.5)": _piecewise_linear(["0.5"], [("0", "0"), ("1", "-0.5")]),
    "max(x,0.1*x)+0.2*abs(x-1)": _piecewise_linear(["0", "1"], [("-0.1", "0.2"), ("0.8", "0.2"), ("1.2", "-0.2")]),
    "elu(1)": _elu("1"),
    "elu(2)": _elu("2"),
    "relu(x)^1.5": Activation(
        lambda m, x: _relu(x) * m.sqrt(_relu(x)),
        lambda m, x: m.num("1.5") * m.sqrt(_relu(x)),
        kinks=("0",),
        power_kink=True,
    ),
    "relu(x)+tanh(x)": Activation(
        lambda m, x: _relu(x) + m.tanh(x), lambda m, x: _step(x) + 1 - m.tanh(x) ** 2, kinks=("0",)
    ),
    "tanh": Activation(lambda m, x: m.tanh(x), lambda m, x: 1 - m.tanh(x) ** 2, parity=-1),
    "tanh(3*x)": Activation(lambda m, x: m.tanh(3 * x), lambda m, x: 3 * (1 - m.tanh(3 * x) ** 2), parity=-1),
    "erf": Activation(
        lambda m, x: m.erf(x), lambda m, x: 2 * m.exp(-x * x) / m.sqrt(m.pi), parity=-1
    ),
    "gelu": Activation(
        lambda m, x: x * _normal_cdf(m, x), lambda m, x: _normal_cdf(m, x) + x * _normal_pdf(m, x)
    ),
    "silu": Activation(
        lambda m, x: x * _sigmoid(m, x),
        lambda m, x: _sigmoid(m, x) * (1 + x * _sigmoid(m, -x)),
    ),
    "sigmoid": Activation(_sigmoid, lambda m, x: _sigmoid(m, x) * _sigmoid(m, -x)),
    "softplus": Activation(_softplus, _sigmoid),
    "mish": Activation(lambda m, x: x * m.tanh(_softplus(m, x)), _mish_derivative),
    "sin": Activation(lambda m, x: m.sin(x), lambda m, x: m.cos(x), parity=-1),
    "cos": Activation(lambda m, x: m.cos(x), lambda m, x: -m.sin(x), parity=1),
    "exp": Activation(lambda m, x: m.exp(x), lambda m, x: m.exp(x)),
    "gaussian": Activation(lambda m, x: m.exp(-x * x), lambda m, x: -2 * x * m.exp(-x * x), parity=1),
    "x + x^3": _polynomial([0, 1, 0, 1], parity=-1),
    "x^3 - 3*x": _polynomial([0, -3, 0, 1], parity=-1),
    "x^2": _polynomial([0, 0, 1], parity=1),
}


@dataclass(frozen=True)
class Psi:
    """psi(t) = phi(gamma t + beta), evaluated at t = s z; `kinks(s)` are in z."""

    phi: Activation
    gamma: str = "1"
    beta: str = "0"

    def value(self, m, t):
        return self.phi.f(m, m.num(self.gamma) * t + m.num(self.beta))

    def slope(self, m, t):
        return m.num(self.gamma) * self.phi.df(m, m.num(self.gamma) * t + m.num(self.beta))

    def kinks(self, s) -> list[np.longdouble]:
        at = [(LD(k) - LD(self.beta)) / LD(self.gamma) / s for k in self.phi.kinks]
        return sorted(at)

    @property
    def kinks_at_zero(self) -> bool:
        return self.phi.kinks == ("0",) and Fraction(self.beta) == 0

    @property
    def plain(self) -> bool:
        return Fraction(self.gamma) == 1 and Fraction(self.beta) == 0


# ------------------------------------------------------------------------------------------------ quadrature rules


@lru_cache(maxsize=None)
def legendre_mp(m: int) -> tuple[np.ndarray, np.ndarray]:
    """Gauss-Legendre rule on [-1, 1] by Newton from Chebyshev guesses."""
    nodes, weights = [], []
    for i in range(m):
        x = mp.cos(mp.pi * (mpf(i) + mpf("0.75")) / (m + mpf("0.5")))
        for _ in range(12):
            p0, p1 = mpf(1), x
            for k in range(2, m + 1):
                p0, p1 = p1, ((2 * k - 1) * x * p1 - (k - 1) * p0) / k
            dp = m * (x * p1 - p0) / (x * x - 1)
            dx = p1 / dp
            x -= dx
            if abs(dx) < mpf(10) ** (-mp.dps + 3):
                break
        nodes.append(x)
        weights.append(2 / ((1 - x * x) * dp * dp))
    return np.array(nodes[::-1], dtype=object), np.array(weights[::-1], dtype=object)


@lru_cache(maxsize=None)
def legendre_ld(m: int) -> tuple[np.ndarray, np.ndarray]:
    x, w = legendre_mp(m)
    return np.array([to_ld(v) for v in x], dtype=LD), np.array([to_ld(v) for v in w], dtype=LD)


@lru_cache(maxsize=None)
def tanh_sinh(per_unit: int) -> tuple[np.ndarray, np.ndarray]:
    """Double-exponential rule on [-1, 1], step 1/per_unit; weights below 1e-23 dropped."""
    t = np.arange(-4 * per_unit, 4 * per_unit + 1).astype(LD) / per_unit
    u = LongDouble.pi / 2 * np.sinh(t)
    w = LongDouble.pi / 2 * np.cosh(t) / np.cosh(u) ** 2 / per_unit
    keep = w > LD("1e-23")
    return np.tanh(u)[keep], w[keep]


def on_pieces(edges: np.ndarray, rule) -> tuple[np.ndarray, np.ndarray]:
    """A rule on every piece of `edges` (last axis); result has the pieces flattened into the last axis."""
    x, w = rule
    mid, half = (edges[..., 1:] + edges[..., :-1]) / 2, (edges[..., 1:] - edges[..., :-1]) / 2
    nodes = mid[..., None] + half[..., None] * x
    weights = half[..., None] * w
    shape = edges.shape[:-1] + (-1,)
    return nodes.reshape(shape), weights.reshape(shape)


def reach(power: int) -> np.longdouble:
    """Half-width of the range of an angle with weight cos^power, cut where the weight is below e^-98."""
    if power < 60:
        return LongDouble.pi / 2
    return np.arctan(np.sqrt(np.expm1(2 * LD(98) / power)))


def cos_power(angle: np.ndarray, power: int) -> np.ndarray:
    if power < 200:
        return np.cos(angle) ** power
    return np.exp(LD(power) / 2 * np.log1p(-np.sin(angle) ** 2))


def panels(n: int, half: np.longdouble, width: float) -> np.ndarray:
    """Panel edges over [-half, half], about `width` standard deviations each."""
    count = max(2, math.ceil(float(2 * half * np.sqrt(LD(n))) / width))
    return np.linspace(-half, half, count + 1, dtype=LD)


@lru_cache(maxsize=None)
def mass(n: int, power: int) -> np.longdouble:
    """The integral of cos^power over its range (n only sets the scale of the panels)."""
    angle, w = on_pieces(panels(n, reach(power), 2.0), legendre_ld(40))
    return np.sum(w * cos_power(angle, power))


# --------------------------------------------------------------------------- moments of p = psi(s z), d = psi'(s z)
# Names: "p2z2" = E[p^2 z^2], "pp|aab" = E[p1 p2 z1 z1 z2]; a = z1, b = z2.

PAIRS = (("pp", 0, 0), ("pp", 1, 1), ("pp", 2, 0), ("dd", 0, 0), ("dd", 1, 1), ("dd", 2, 0), ("dd", 2, 2), ("dd", 3, 1))



def pair_name(kind: str, i: int, j: int) -> str:
    return f"{kind}|{'a' * i}{'b' * j}"


def single_moments(z, w, p, d) -> dict:
    """One-sample moments from nodes z with normalised weights w."""
    return {
        "p": np.sum(w * p),
        "pz": np.sum(w * p * z),
        "p2": np.sum(w * p * p),
        "p2z2": np.sum(w * p * p * z * z),
        "d2": np.sum(w * d * d),
        "d2z2": np.sum(w * d * d * z**2),
        "d2z4": np.sum(w * d * d * z**4),
    }


def pair_moments(z1, w1, p1, d1, inner: Callable[[str, int], np.ndarray], swap: bool) -> dict:
    """Two-sample moments; inner("p", j) = E[p2 z2^j | z1]. `swap` exchanges the powers (a free check)."""
    out = {}
    for kind, i, j in PAIRS:
        a, b = (j, i) if swap else (i, j)
        left = p1 if kind == "pp" else d1
        out[pair_name(kind, i, j)] = np.sum(w1 * left * z1**a * inner(kind[0], b))
    return out


def nested_panel(psi: Psi) -> float:
    """Widest panel of the nested rules, in standard deviations."""
    return 2.0 if psi.phi.smooth else 4.0


def outer_edges(psi: Psi, n: int, s) -> np.ndarray:
    """Latitudes where the conditional integral is not analytic: kinks, and where a kink enters or leaves the range."""
    half, edges = reach(n - 2), list(panels(n, reach(n - 2), nested_panel(psi)))
    tilt = np.arccos(-1 / LD(n))
    for k in psi.kinks(s):
        sine = k / np.sqrt(LD(n))
        if abs(sine) <= 1:
            a = np.arcsin(sine)
            candidates = [a] + [v for base in (a, LongDouble.pi - a) for v in (base - tilt, base + tilt)]
            for v in candidates:
                v = v - 2 * LongDouble.pi * np.rint(v / (2 * LongDouble.pi))
                if abs(v) < half:
                    edges.append(v)
    edges = np.sort(np.array(edges, dtype=LD))
    keep = np.concatenate([[True], np.diff(edges) > LD("1e-17") * half])
    return edges[keep]


def second_sample(n: int, alpha, beta):
    """z2 at latitude beta of the conditional sphere, given the latitude alpha of z1."""
    rho = -1 / LD(n)
    return np.sqrt(LD(n)) * (rho * np.sin(alpha) + np.sqrt(1 - rho * rho) * np.cos(alpha) * np.sin(beta))


def kink_latitudes(psi: Psi, n: int, s, alpha: np.ndarray, half) -> np.ndarray:
    """Inner latitudes of the kinks, clipped to the inner range: shape (len(alpha), kinks)."""
    rho, out = -1 / LD(n), []
    for k in psi.kinks(s):
        sine = (k / np.sqrt(LD(n)) - rho * np.sin(alpha)) / (np.sqrt(1 - rho * rho) * np.cos(alpha))
        out.append(np.clip(np.arcsin(np.clip(sine, LD(-1), LD(1))), -half, half))
    return np.stack(out, axis=-1) if out else np.zeros(alpha.shape + (0,), dtype=LD)


def route_nested(psi: Psi, n: int, s, fine: bool = False) -> dict:
    m = LongDouble
    smooth = psi.phi.smooth
    outer_rule = legendre_ld(56 if fine else 40) if smooth else tanh_sinh(14 if fine else 10)
    alpha, w = on_pieces(outer_edges(psi, n, s), outer_rule)
    w1 = w * cos_power(alpha, n - 2) / mass(n, n - 2)
    z1 = np.sqrt(LD(n)) * np.sin(alpha)
    p1, d1 = psi.value(m, s * z1), psi.slope(m, s * z1)
    half = reach(n - 3)
    inner_rule = tanh_sinh(14 if fine else 10) if psi.phi.power_kink else legendre_ld(44 if fine else 32)
    fixed = panels(n, half, nested_panel(psi))
    names = [("p", j) for j in range(3)] + [("d", j) for j in range(4)]
    table = {name: np.empty_like(z1) for name in names}
    for start in range(0, len(alpha), 512):
        part = alpha[start : start + 512]
        edges = np.concatenate([np.broadcast_to(fixed, part.shape + fixed.shape), kink_latitudes(psi, n, s, part, half)], -1)
        beta, wb = on_pieces(np.sort(edges, axis=-1), inner_rule)
        z2 = second_sample(n, part[:, None], beta)
        wb = wb * cos_power(beta, n - 3) / mass(n, n - 3)
        wp, wd = wb * psi.value(m, s * z2), wb * psi.slope(m, s * z2)
        for j in range(4):
            if j < 3:
                table["p", j][start : start + 512] = np.sum(wp, axis=-1)
                wp = wp * z2
            table["d", j][start : start + 512] = np.sum(wd, axis=-1)
            wd = wd * z2
    return single_moments(z1, w1, p1, d1) | pair_moments(z1, w1, p1, d1, lambda kind, j: table[kind, j], fine)


def incomplete_moments(n: int, t: np.ndarray) -> list[np.ndarray]:
    """I_j(t) = int_0^t s^j (1-s^2)^((n-4)/2) ds, j = 0..4, elementary: recurrences in the exponent and in j."""
    power = Fraction(n - 4, 2)
    base = LD(0) if power.denominator == 1 else LD(-1) / 2
    total = t.copy() if power.denominator == 1 else np.arcsin(t)
    one = (1 - t) * (1 + t)
    e = base
    while e < LD(n - 4) / 2:
        e = e + 1
        total = (t * one**e + 2 * e * total) / (2 * e + 1)
    out = [total, -(one ** (e + 1)) / (2 * (e + 1))]  # the constant of I_1 drops out of differences
    for j in range(2, 5):
        out.append((-(t ** (j - 1)) * one ** (e + 1) + (j - 1) * out[j - 2]) / (j + 1 + 2 * e))
    return out


def route_partial(psi: Psi, n: int, s) -> dict:
    """Piecewise linear phi: E[p2 z2^j | z1], E[d2 z2^j | z1] in closed form."""
    m, rho = LongDouble, -1 / LD(n)
    alpha, w = on_pieces(outer_edges(psi, n, s), tanh_sinh(12))
    w1 = w * cos_power(alpha, n - 2) / mass(n, n - 2)
    z1 = np.sqrt(LD(n)) * np.sin(alpha)
    p1, d1 = psi.value(m, s * z1), psi.slope(m, s * z1)
    root = np.sqrt(LD(n))
    centre, spread = root * rho * np.sin(alpha), root * np.sqrt(1 - rho * rho) * np.cos(alpha)
    gamma, beta = LD(psi.gamma), LD(psi.beta)
    cuts = [np.full_like(alpha, -1)] + [np.clip((k - centre) / spread, LD(-1), LD(1)) for k in psi.kinks(s)]
    cuts.append(np.full_like(alpha, 1))
    primitive = [incomplete_moments(n, c) for c in cuts]
    whole = primitive[-1][0][0] - primitive[0][0][0]
    table = {("p", j): np.zeros_like(alpha) for j in range(4)} | {("d", j): np.zeros_like(alpha) for j in range(4)}
    lines = psi.phi.lines if gamma > 0 else psi.phi.lines[::-1]
    for i, (slope, intercept) in enumerate(lines):
        unit = [(primitive[i + 1][j] - primitive[i][j]) / whole for j in range(5)]
        power = [
            sum(math.comb(j, l) * centre ** (j - l) * spread**l * unit[l] for l in range(j + 1)) for j in range(5)
        ]
        for j in range(4):
            table["p", j] += LD(slope) * gamma * s * power[j + 1] + (LD(slope) * beta + LD(intercept)) * power[j]
            table["d", j] += LD(slope) * gamma * power[j]
    return single_moments(z1, w1, p1, d1) | pair_moments(z1, w1, p1, d1, lambda kind, j: table[kind, j], False)


def route_polar(psi: Psi, n: int, s) -> dict:
    """z1 = sqrt(n) R cos w, z2 = sqrt(n) R cos(w - w0), R = sin eta with weight cos^(n-3) eta sin eta."""
    m = LongDouble
    half = reach(n - 3)
    count = max(2, math.ceil(float(half * np.sqrt(LD(n))) / 3))
    radial = tanh_sinh(14) if psi.phi.power_kink else legendre_ld(36)  # R^(fractional) at R = 0
    eta, we = on_pieces(np.linspace(LD(0), half, count + 1, dtype=LD), radial)
    we = we * cos_power(eta, n - 3) * np.sin(eta) * LD(n - 2) / (2 * m.pi)
    delta = np.arcsin(1 / LD(n))
    rays = np.array([-m.pi / 2, delta, m.pi / 2, m.pi + delta, 3 * m.pi / 2], dtype=LD)
    if psi.phi.power_kink:
        omega, wo = on_pieces(rays, tanh_sinh(14))
    else:
        rays = np.sort(np.concatenate([rays, (rays[1:] + rays[:-1]) / 2]))
        omega, wo = on_pieces(rays, legendre_ld(36))
    w = (we[:, None] * wo[None, :]).ravel()
    radius = np.sqrt(LD(n)) * np.sin(eta)[:, None]
    z1 = (radius * np.cos(omega)).ravel()
    z2 = (radius * np.sin(omega - delta)).ravel()  # cos(w - w0), w0 = pi/2 + delta
    p1, d1, p2, d2 = psi.value(m, s * z1), psi.slope(m, s * z1), psi.value(m, s * z2), psi.slope(m, s * z2)
    return single_moments(z1, w, p1, d1) | pair_moments(
        z1, w, p1, d1, lambda kind, j: (p2 if kind == "p" else d2) * z2**j, False
    )


@dataclass
class Basis:
    """Orthonormal Gegenbauer polynomials in z on a composite rule, and P_k(rho), P_k(1) = 1."""

    z: np.ndarray
    w: np.ndarray
    rows: list[np.ndarray]
    at_rho: list


@lru_cache(maxsize=4)
def basis(n: int, multiprecision: bool, fine: bool) -> Basis:
    width = 0.8 if n < 200 else 2.0
    edges, m = panels(n, reach(n - 2), width), 44 if fine else 36
    if multiprecision:
        edges = np.array([to_mp(e) for e in edges], dtype=object)
        alpha, w = on_pieces(edges, legendre_mp(m))
        sine = Multiprecision.sin(alpha)
        log_weight = Multiprecision.log1p(-sine * sine) * mpf(n - 2) / 2
        w, z, number = w * Multiprecision.exp(log_weight), sine * mp.sqrt(n), mpf
    else:
        alpha, w = on_pieces(edges, legendre_ld(m))
        w, z, number = w * cos_power(alpha, n - 2), np.sqrt(LD(n)) * np.sin(alpha), LD
    w = w / np.sum(w)
    terms = 40 if n > 4000 else 120 if n > 200 else 260 if multiprecision else 230
    terms = min(terms, int(len(z) * 0.4))
    # z p_k = b_(k+1) p_(k+1) + b_k p_(k-1), b_k^2 = n k (k+n-3) / ((2k+n-2)(2k+n-4)) on the variance-1 scale
    def b(k: int):
        value = number(n) * k * (k + n - 3) / number((2 * k + n - 2) * (2 * k + n - 4))
        return mp.sqrt(value) if multiprecision else np.sqrt(value)

    rows = [z * 0 + 1]
    rows.append(z / b(1))
    for k in range(1, terms - 1):
        rows.append((z * rows[k] - b(k) * rows[k - 1]) / b(k + 1))
    rho, at = -1 / number(n), [number(1), -1 / number(n)]
    for k in range(1, terms - 1):
        at.append(((2 * k + n - 2) * rho * at[k] - k * at[k - 1]) / number(k + n - 2))
    return Basis(z, w, rows, at)


def route_series(psi: Psi, n: int, s, multiprecision: bool = True, fine: bool = False) -> dict:
    m = Multiprecision if multiprecision else LongDouble
    rule = basis(n, multiprecision, fine)
    z, w = rule.z, rule.w
    s = to_mp(s) if multiprecision else s
    p, d = psi.value(m, s * z), psi.slope(m, s * z)
    columns = {("p", j): w * p * z**j for j in range(3)} | {("d", j): w * d * z**j for j in range(4)}
    sums = {pair_name(*pair): 0 * s for pair in PAIRS}
    quiet = 0
    for k, row in enumerate(rule.rows):
        coefficient = {name: np.sum(row * column) for name, column in columns.items()}
        largest = 0
        for kind, i, j in PAIRS:
            term = coefficient[kind[0], i] * coefficient[kind[0], j] * rule.at_rho[k]
            sums[pair_name(kind, i, j)] += term
            largest = max(largest, abs(term))
        quiet = quiet + 1 if largest < (1e-26 if multiprecision else 1e-21) * abs(sums["dd|"] + sums["pp|"]) else 0
        if quiet >= 8:
            break
    return single_moments(z, w, p, d) | sums


def route_exact(psi: Psi, n: int) -> dict:
    """Polynomial phi at s = 1, gamma = 1, beta = 0: rational moments E z1^a z2^b of the sphere."""

    def odd_factorial(k: int) -> int:
        return math.prod(range(k - 1, 0, -2)) if k > 0 else 1

    def moment(a: int, b: int) -> Fraction:
        if (a + b) % 2:
            return Fraction(0)
        total, rho = Fraction(0), Fraction(-1, n)
        for j in range(0, b + 1, 2):
            i = a + b - j
            sphere = Fraction(odd_factorial(i) * odd_factorial(j), math.prod(n + 2 * l for l in range((i + j) // 2)))
            total += math.comb(b, j) * rho ** (b - j) * (1 - rho * rho) ** (j // 2) * sphere
        return total * n ** ((a + b) // 2)

    f = list(psi.phi.polynomial)
    df = [k * c for k, c in enumerate(f)][1:]

    def pair(u, v, i, j):
        return sum(a * b * moment(k + i, l + j) for k, a in enumerate(u) for l, b in enumerate(v))

    def single(u, v, i):
        return sum(a * b * moment(k + l + i, 0) for k, a in enumerate(u) for l, b in enumerate(v))

    out = {
        "p": single(f, [1], 0), "pz": single(f, [1], 1), "p2": single(f, f, 0), "p2z2": single(f, f, 2),
        "d2": single(df, df, 0), "d2z2": single(df, df, 2), "d2z4": single(df, df, 4),
    }  # fmt: skip
    for kind, i, j in PAIRS:
        u = f if kind == "pp" else df
        out[pair_name(kind, i, j)] = pair(u, u, i, j)
    return {name: mpf(v.numerator) / v.denominator for name, v in out.items()}


# ----------------------------------------------------------------------------------------- from moments to quantities


def at_scale(B: int, s, e: dict) -> dict:
    """The brackets of the header at one value of s (before the factors that depend on r)."""
    n = B - 1
    s2 = s * s
    s4, kap = s2 * s2, 2 * s2 - s2 * s2
    k_pp = (n * (B - 2) * e["pp|ab"] + 2 * n * e["pp|aa"] - B * e["pp|"]) / ((B - 2) * (B - 3))
    k_dd = (n * (B - 2) * e["dd|aabb"] + 2 * n * e["dd|aaab"] - B * e["dd|ab"]) / ((B - 2) * (B - 3))  # z1 z2 K
    w = (
        n * n * (n * n * e["d2"] - 2 * n * s2 * e["d2z2"] + s4 * e["d2z4"])
        + 2 * n * n * (n * e["dd|"] + n * s2 * e["dd|ab"] - s2 * e["dd|aa"] - s4 * e["dd|aaab"])
        + n * e["d2"] - 2 * s2 * e["d2z2"] + s4 * (B * e["d2z2"] - e["d2z4"])
        + n * ((B - 2) * e["dd|"] - 2 * s2 * (e["dd|aa"] + e["dd|ab"]) + s4 * (B * e["dd|ab"] - 2 * e["dd|aaab"]))
    )  # fmt: skip
    spread = 2 * e["dd|aa"] + 2 * (e["dd|aa"] + e["dd|ab"]) / (B - 2)
    return {
        "p": e["p"],
        "pz": e["pz"],
        "q": e["p2"],
        "pp": e["pp|"],
        "L": e["p2z2"] - e["p2"] - 2 * n * (e["pp|aa"] - e["pp|"]) / (B - 2),
        "K": k_pp,
        "G'": n * e["d2"] - kap * e["d2z2"] + e["dd|"] + kap * e["dd|ab"],
        "W": w,
        "M'": e["dd|"] - s2 * spread / B + 2 * s4 * k_dd / B / B,
    }


def no_epsilon(B: int, e: dict, weight_variance) -> dict:
    n, t = B - 1, at_scale(B, 1, {k: to_mp(v) for k, v in e.items()})
    mu = t["q"] - t["pp"]
    inverse = mpf(1) / (mu * (B - 3))  # E S^-2 / B
    bwd_g = inverse * t["G'"]
    ratio = 2 * mp.exp(2 * (mp.loggamma(mpf(B) / 2) - mp.loggamma(mpf(n) / 2)))  # (E r)^2
    return {
        "q": t["q"],
        "c": t["pp"] / t["q"],
        "mu": weight_variance * mu,
        "fwd_G": mpf(0),
        "fwd_L": t["L"] / (2 * mu),
        "fwd_M": n * t["K"] / (mu * B),
        "bwd_G": bwd_g,
        "bwd_L": inverse * t["W"] / (mpf(B) * n * (B - 2)) - bwd_g / (B - 2),
        "bwd_M": inverse * B * t["M'"],
        "cross_c": t["p"] ** 2,
        "cross_eig": B * ratio * t["pz"] ** 2 / (mu * mpf(n) ** 2),
    }


def jump_backward_m(B: int, jump: mpf, mu: mpf) -> mpf:
    """bwd_M of phi = jump * 1(x > 0) + const: phi' = jump delta_0, times the density of (z1, z2) at 0."""
    n = B - 1
    density = mpf(n - 2) / (2 * mp.pi * n * mp.sqrt(1 - mpf(1) / n**2))
    return B * jump**2 * density / (mu * (B - 3))


@dataclass(frozen=True)
class Setup:
    activation: str
    batch: int
    epsilon: str = "0"
    gamma: str = "1"
    beta: str = "0"
    weight_variance: str = "1"

    @property
    def psi(self) -> Psi:
        return Psi(ACTIVATIONS[self.activation], self.gamma, self.beta)


def radial_rule(setup: Setup, mu, fine: bool) -> tuple[np.ndarray, np.ndarray]:
    """r ~ chi_n in u = log r, weight exp(n u - e^(2u)/2), entire, tame for |Im u| < pi/4.

    Kinks at 0 or none: the trapezoid rule. Kinks at k != 0: the moments are not analytic in s where a line z_1 = k/s leaves
    the disc of (z1, z2), or the crossing of two such lines does; there the range is split (double exponential pieces).
    """
    n, psi = setup.batch - 1, setup.psi
    centre, sigma = np.log(LD(n)) / 2, 1 / np.sqrt(2 * LD(n))

    def log_weight(u):
        return n * (u - centre) - (np.exp(2 * u) - n) / 2

    if psi.phi.smooth or psi.kinks_at_zero:
        step = min(sigma * LD("0.37" if fine else "0.43"), LD("0.078" if fine else "0.09"))
        u = centre + step * np.arange(-4000, 400).astype(LD)
        u = u[log_weight(u) > -62]
        w = np.exp(log_weight(u))
    else:
        dense = np.linspace(centre - 25, centre + 3, 200001, dtype=LD)
        inside = dense[log_weight(dense) > -50]
        low, high = inside[0], inside[-1]
        start = max(low, centre - 9 * sigma)
        edges = [low, *np.linspace(start, high, 7, dtype=LD)] if start > low else list(np.linspace(low, high, 7, dtype=LD))
        rho, kinks = -1 / LD(n), psi.kinks(LD(1))
        squares = [k * k / n for k in kinks]
        squares += [(a * a + b * b - 2 * rho * a * b) / (n * (1 - rho * rho)) for a in kinks for b in kinks]
        for s2 in squares:
            if 0 < s2 < 1:
                u = np.log(s2 * setup.batch * LD(setup.epsilon) / (mu * (1 - s2))) / 2
                if low < u < high:
                    edges.append(u)
        edges = np.sort(np.array(edges, dtype=LD))
        edges = edges[np.concatenate([[True], np.diff(edges) > LD("1e-15")])]
        # The singularities are of order (n-2)/2: Gauss-Legendre on the pieces is enough at large n.
        u, w = on_pieces(edges, tanh_sinh(12 if fine else 10) if n < 30 else legendre_ld(24 if fine else 20))
        w = w * np.exp(log_weight(u))
    return np.exp(u), w / np.sum(w)


def with_epsilon(setup: Setup, mu, route: Callable, fine: bool) -> dict:
    """Everything at a given mu; "mu" in the result is the image of mu under the fixed-point map."""
    B, eps, w2 = setup.batch, LD(setup.epsilon), LD(setup.weight_variance)
    n = B - 1
    r, w = radial_rule(setup, mu, fine)
    s, inverse = np.sqrt(mu * r * r / (mu * r * r + B * eps)), 1 / (mu * r * r / B + eps)
    rows = [at_scale(B, si, route(setup.psi, n, si)) for si in s]
    t = {name: np.array([row[name] for row in rows], dtype=LD) for name in rows[0]}

    def mean(values):
        return np.sum(w * values)

    q, pp = mean(t["q"]), mean(t["pp"])
    bwd_g = w2 / B * mean(inverse * t["G'"])
    return {
        "q": q,
        "c": pp / q,
        "mu": w2 * (q - pp),
        "fwd_G": w2 / (2 * mu) * mean((r * r - n) * (t["q"] - t["pp"])),
        "fwd_L": w2 / (2 * mu * n) * mean(r * r * t["L"]),
        "fwd_M": w2 / (mu * B) * mean(r * r * t["K"]),
        "bwd_G": bwd_g,
        "bwd_L": w2 / (LD(B) ** 2 * n * (B - 2)) * mean(inverse * t["W"]) - bwd_g / (B - 2),
        "bwd_M": w2 * mean(inverse * t["M'"]),
        "cross_c": mean(t["p"]) ** 2,
        "cross_eig": w2 * B * mean(r * t["pz"]) ** 2 / (mu * LD(n) ** 2),
    }


def solve_epsilon(setup: Setup, route: Callable, fine: bool, start=None) -> dict:
    """The positive fixed point mu by Newton (the derivative of the map is fwd_G), then every quantity there."""
    if start is None:  # the value of eps = 0: above the fixed point, where Newton on a concave map stays above
        e = at_scale(setup.batch, LD(1), route(setup.psi, setup.batch - 1, LD(1)))
        start = LD(setup.weight_variance) * (e["q"] - e["pp"])
    mu, last = start, np.inf
    for _ in range(40):
        out = with_epsilon(setup, mu, route, fine)
        correction = (out["mu"] - mu) / (1 - out["fwd_G"])
        size = abs(correction) / mu
        if size < LD("5e-17") or (size < LD("1e-15") and size > last / 4):  # converged, or down to rounding
            return out | {"mu": mu + correction}
        mu, last = mu + correction if mu + correction > 0 else mu / 2, size
    raise ArithmeticError(f"no fixed point for {setup}")


def gaussian_limit(psi: Psi, fine: bool) -> dict:
    """batch = inf, eps = 0: one-dimensional Gaussian integrals; two samples are independent."""
    m = Multiprecision
    edges = sorted({mpf(k) for k in range(-16, 17)} | {to_mp(k) for k in psi.kinks(LD(1))})
    z, w = on_pieces(np.array(edges, dtype=object), legendre_mp(44 if fine else 36))
    if psi.phi.power_kink:  # z = u^2 removes the fractional power
        u, w = on_pieces(np.array([mpf(k) / 2 for k in range(9)], dtype=object), legendre_mp(44 if fine else 36))
        z, w = np.concatenate([-u * u, u * u]), np.concatenate([2 * u * w, 2 * u * w])
    w = w * m.exp(-z * z / 2)
    w = w / np.sum(w)
    e = single_moments(z, w, psi.value(m, z), psi.slope(m, z))
    mean, mu = e["p"], e["p2"] - e["p"] ** 2
    mean_slope = e["pz"]  # E phi' = E z phi (Stein; also right for jumps)
    edge = np.sum(w * psi.value(m, z) * (z * z - 1))
    return {
        "q": e["p2"],
        "c": mean**2 / e["p2"],
        "mu": mu,
        "fwd_G": mpf(0),
        "fwd_L": (e["p2z2"] - e["p2"] - 2 * mean * edge) / (2 * mu),
        "fwd_M": e["pz"] ** 2 / mu,
        "bwd_G": e["d2"] / mu,
        "bwd_L": e["d2"] / mu,
        "bwd_M": mean_slope**2 / mu,
        "cross_c": mean**2,
        "cross_eig": e["pz"] ** 2 / mu,
    }


# ------------------------------------------------------------------------------------------------- two routes a value

QUANTITIES = ("q", "c", "mu", "fwd_G", "fwd_L", "fwd_M", "bwd_G", "bwd_L", "bwd_M", "cross_c", "cross_eig")


def two_routes(setup: Setup) -> tuple[dict, dict, str]:
    """(preferred, second, method) at eps = 0 and finite batch."""
    psi, n, one = setup.psi, setup.batch - 1, LD(1)
    w2 = mpf(setup.weight_variance)

    def finish(moments):
        out = no_epsilon(setup.batch, moments, w2)
        if psi.phi.jumps:
            jump = mpf(psi.phi.jumps[0])
            out |= {"bwd_G": mp.inf, "bwd_L": mp.inf, "bwd_M": jump_backward_m(setup.batch, jump, out["mu"] / w2)}
        return out

    def nested(fine):
        return finish(route_nested(psi, n, one, fine))

    if psi.phi.polynomial and psi.plain:
        return finish(route_exact(psi, n)), nested(True), "exact sphere moments; nested quadrature"
    if psi.phi.smooth:
        series, second = finish(route_series(psi, n, one)), nested(True)
        if n < 4000:
            return series, second, "Gegenbauer series, 30 digits; nested quadrature"
        again = finish(route_series(psi, n, one, fine=True))  # long double loses what c = O(1/B) needs
        for q in QUANTITIES:
            scale = max(abs(series[q]), mpf("1e-8"))
            assert abs(series[q] - second[q]) < mpf("1e-10") * scale, (setup, q)
        return series, again, "Gegenbauer series, 30 digits, two resolutions; nested quadrature to 10 digits"
    if psi.kinks_at_zero:
        return finish(route_polar(psi, n, one)), nested(True), "polar quadrature split at rays; nested quadrature"
    if psi.phi.lines and n < 700:
        return finish(route_partial(psi, n, one)), nested(False), "closed inner integral; nested quadrature"
    return nested(True), nested(False), "nested quadrature, two resolutions, powers swapped"


def two_routes_epsilon(setup: Setup) -> tuple[dict, dict, str]:
    psi = setup.psi
    if psi.phi.smooth:
        first = lambda f, n, s: route_series(f, n, s, multiprecision=False)  # noqa: E731
        method = "Gegenbauer series; nested quadrature"
    elif psi.kinks_at_zero:
        first, method = route_polar, "polar quadrature split at rays; nested quadrature"
    elif psi.phi.lines:
        first, method = route_partial, "closed inner integral; nested quadrature"
    else:
        first = lambda f, n, s: route_nested(f, n, s, True)  # noqa: E731
        method = "nested quadrature, two resolutions, powers swapped"
    a = solve_epsilon(setup, first, False)
    b = solve_epsilon(setup, route_nested, True, start=a["mu"])
    convert = lambda out: {k: to_mp(v) for k, v in out.items()}  # noqa: E731
    return convert(a), convert(b), method + "; 1-d rule in log r"


def collapsed(setup: Setup) -> dict:
    """mu = 0, eps > 0, psi differentiable at 0: the activations of a batch are equal."""
    m, t = Multiprecision, np.array([mpf(0)], dtype=object)
    value, slope = setup.psi.value(m, t)[0], setup.psi.slope(m, t)[0]
    gain = mpf(setup.weight_variance) * slope**2 / mpf(setup.epsilon)
    return {"q": value**2, "mu": mpf(0), "fwd_G": gain, "bwd_G": gain, "bwd_L": gain, "bwd_M": gain}


ZEROS = {  # (parity of phi, batch is "inf"): quantities that vanish
    (-1, False): ("cross_c",),
    (-1, True): ("cross_c", "c"),
    (1, False): ("cross_eig",),
    (1, True): ("cross_eig", "fwd_M", "bwd_M"),
}


def agreed_digits(a: mpf, b: mpf, exact: bool = False) -> int:
    if exact and abs(a - b) < mpf("1e-11") * abs(a) + mpf("1e-15"):
        return 17
    if mp.isinf(a) and mp.isinf(b):
        return 17
    if a == b:
        return 17
    if a == 0 or b == 0:
        return 0
    return min(17, int(-mp.log10(abs(a - b) / abs(a))))


def entry(setup: Setup | None, activation: str, batch, quantity: str, a: mpf, b: mpf, method: str) -> dict:
    centred = setup is None or Fraction(setup.beta) == 0
    if centred and quantity in ZEROS.get((ACTIVATIONS[activation].parity, batch == "inf"), ()):
        a = b = mpf(0)
        method = "zero by parity"
    if quantity == "fwd_G" and (setup is None or setup.epsilon == "0"):
        method = "zero: V does not depend on the scale of Sigma"
    digits = agreed_digits(a, b, method.startswith("exact"))
    text = "Infinity" if mp.isinf(a) else "0" if a == 0 else mpmath.nstr(a, digits + 3, min_fixed=-6, max_fixed=20)
    if mp.isinf(a):
        method = "E phi'^2 diverges"
    return {
        "quantity": quantity,
        "activation": activation,
        "batch": batch,
        "epsilon": float(setup.epsilon) if setup else 0,
        "gamma": float(setup.gamma) if setup else 1,
        "beta": float(setup.beta) if setup else 0,
        "weightVariance": float(setup.weight_variance) if setup else 1,
        "value": text,
        "digits": digits,
        "method": method,
    }


# ------------------------------------------------------------------------------------------------------------- plan

EVERY = tuple(q for q in QUANTITIES if q != "fwd_G")
CORE = ("tanh", "relu", "elu(1)", "hardtanh", "gelu")
SPREAD: dict[str, tuple] = {
    "tanh": (5, 7, 16, 33, 512, 10**4, 10**6, 10**8),
    "relu": (5, 13, 16, 512, 10**4, 10**6, 10**8),
    "elu(1)": (5, 7, 33, 512, 10**4, 10**8),
    "hardtanh": (5, 16, 33, 512, 10**4, 10**6),
    "gelu": (5, 13, 16, 512, 10**6, 10**8),
    "leaky_relu(0.2)": (4, 6, 64, 10**8),
    "elu(2)": (4, 8, 64),
    "relu6": (5, 8, 64, 10**4),
    "silu": (4, 13, 64, 10**6),
    "erf": (4, 7, 33, 10**4),
    "sin": (4, 8, 64, 10**8),
    "cos": (5, 8, 16, 10**6),
    "exp": (4, 6, 16, 512),
    "softplus": (5, 16, 64),
    "sigmoid": (4, 13, 512, 10**6),
    "mish": (6, 33, 10**4),
    "sign": (4, 8, 64, 10**6),
    "step": (5, 13, 512),
    "abs": (4, 6, 16, 10**4),
    "x + x^3": (4, 6, 33, 10**8),
    "x^3 - 3*x": (5, 8, 512),
    "x^2": (4, 7, 64, 10**6),
    "relu(x)^1.5": (4, 8, 33, 10**4),
    "relu(x-0.5)": (4, 7, 16, 512),
    "tanh(3*x)": (4, 8, 33, 10**6),
    "max(x,0.1*x)+0.2*abs(x-1)": (5, 8, 64),
    "relu(x)+tanh(x)": (4, 13, 64, 10**8),
    "gaussian": (5, 8, 33, 512),
}
INFINITE = (*CORE, "silu", "erf", "sign", "abs", "relu(x)^1.5", "cos", "x + x^3", "mish", "relu(x-0.5)")
ROTATION = ("bwd_L", "fwd_L", "cross_eig", "c", "fwd_M", "mu", "bwd_M", "q", "cross_c")
SHAPED = (  # eps = 0 with gamma, beta, weight variance
    Setup("tanh", 8, gamma="2", beta="0.5"),
    Setup("relu", 8, beta="1", weight_variance="2"),
    Setup("hardtanh", 16, gamma="0.5", beta="-0.25"),
    Setup("elu(1)", 5, gamma="1.5", beta="-1", weight_variance="1.7"),
    Setup("gelu", 64, gamma="3", beta="0.75"),
    Setup("relu", 64, gamma="-0.5", beta="2"),
)
EPSILON = (
    Setup("tanh", 4, "0.01"),
    Setup("tanh", 8, "0.1", weight_variance="1.5"),
    Setup("tanh", 64, "0.000001", gamma="2"),
    Setup("tanh", 512, "1", gamma="1.5", beta="0.3", weight_variance="2"),
    Setup("relu", 4, "0.001", weight_variance="2"),
    Setup("relu", 8, "0.05", weight_variance="2"),
    Setup("relu", 16, "0.00001", beta="1"),
    Setup("relu", 64, "1", beta="2", weight_variance="3"),
    Setup("elu(1)", 5, "0.1"),
    Setup("elu(1)", 33, "0.001", beta="-0.5", weight_variance="1.5"),
    Setup("hardtanh", 8, "0.2", beta="0.5"),
    Setup("hardtanh", 64, "0.00001", gamma="0.7", beta="-0.3"),
    Setup("gelu", 16, "0.01"),
)
COLLAPSED = (Setup("tanh", 8, "1.5"), Setup("tanh", 64, "4", gamma="1.5", beta="0.2"), Setup("gelu", 16, "0.5"))


def plan(only, batches):
    """(setup, quantities) in the order that is most useful to a reader of a partial file."""
    jobs = [(Setup(name, B), EVERY) for B in (8, 4, 64) for name in CORE]
    turn = 0
    for name, sizes in SPREAD.items():
        for B in sizes:
            chosen = ["bwd_G"] + [ROTATION[(turn + i) % len(ROTATION)] for i in range(3)]
            turn += 2
            jobs.append((Setup(name, B), tuple(q for q in QUANTITIES if q in chosen)))
    jobs.append((Setup("relu", 6), ("fwd_G",)))
    jobs += [(setup, ("mu", "c", "fwd_L", "fwd_M", "bwd_G", "bwd_L", "bwd_M", "cross_eig")) for setup in SHAPED]
    jobs += [(setup, ("q", "mu", "fwd_G", "fwd_L", "fwd_M", "bwd_G", "bwd_L", "bwd_M", "cross_eig")) for setup in EPSILON]
    return [job for job in jobs if (not only or job[0].activation in only) and (not batches or job[0].batch in batches)]


def limits_and_collapses():
    """The values that need no fixed point at finite batch: batch "inf", and mu = 0."""
    method = "Gaussian limit, 1-d integrals at two resolutions, 32 digits"
    for name in INFINITE:
        a, b = gaussian_limit(Psi(ACTIVATIONS[name]), True), gaussian_limit(Psi(ACTIVATIONS[name]), False)
        if ACTIVATIONS[name].jumps:
            for out in (a, b):
                out |= {"bwd_G": mp.inf, "bwd_L": mp.inf}
        for quantity in ("c", "mu", "fwd_L", "fwd_M", "bwd_G", "bwd_M"):
            yield entry(None, name, "inf", quantity, a[quantity], b[quantity], method)
    for setup in COLLAPSED:
        for quantity, value in collapsed(setup).items():
            yield entry(setup, setup.activation, setup.batch, quantity, value, value, "collapsed state mu = 0: closed form")


def write(path: Path, values: list[dict]) -> None:
    header = {
        "generator": "test/reference/generate_batchnorm.py",
        "tools": f"Python {platform.python_version()}, numpy {np.__version__} (80-bit long double), mpmath {mpmath.__version__}",
        "conventions": {
            "setting": "B_phi(h) = phi(gamma y/sqrt(|y|^2/B + epsilon) + beta), y = G h, V = E[B_phi B_phi^T], Sigma = weightVariance V",
            "q": "V_11, without weightVariance",
            "c": "V_12/V_11",
            "mu": "G-eigenvalue of G Sigma* G, with the factor weightVariance",
            "fwd_G, fwd_L, fwd_M": "eigenvalues of weightVariance G (dV/dSigma) G on span(G), L, M",
            "bwd_G, bwd_L, bwd_M": "eigenvalues of Pi -> weightVariance E[J^T Pi J]; bwd_G is the explosion rate",
            "cross_c": "(E B_phi(h)_1)^2, without weightVariance",
            "cross_eig": "cross-batch eigenvalue (forward = backward), with the factor weightVariance",
            "digits": "significant digits on which two routes agree (at most 17); value carries up to three more",
            "exact values": "value 0 is exact; Infinity where E phi'^2 diverges (bwd_M is then the limit of mollified phi)",
        },
        "values": values,
    }
    lines = ",\n".join("  " + json.dumps(v, ensure_ascii=False) for v in values)
    text = json.dumps(header | {"values": []}, indent=1, ensure_ascii=False).replace('"values": []', f'"values": [\n{lines}\n ]')
    path.write_text(text + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", default="", help="comma-separated activations")
    parser.add_argument("--batch", default="", help="comma-separated batch sizes")
    options = parser.parse_args()
    part = bool(options.only or options.batch)
    path = Path(__file__).with_name("batchnorm-independent.json")
    values: list[dict] = []
    weak: list[dict] = []

    def keep(row):
        (values if row["digits"] >= 13 else weak).append(row)

    for setup, quantities in plan(
        [a for a in options.only.split(",") if a], [int(float(b)) for b in options.batch.split(",") if b]
    ):
        began = time.process_time()
        a, b, method = (two_routes if setup.epsilon == "0" else two_routes_epsilon)(setup)
        rows = [entry(setup, setup.activation, setup.batch, q, a[q], b[q], method) for q in QUANTITIES]
        worst = min(rows, key=lambda row: row["digits"])
        print(f"{setup}: {time.process_time() - began:.1f} s, worst {worst['quantity']} {worst['digits']}", flush=True)
        if part:
            for row in rows:
                print("   ", row["quantity"], row["value"], row["digits"])
            continue
        for row in rows:
            if row["quantity"] in quantities:
                keep(row)
        write(path, values)
    if part:
        return
    for row in limits_and_collapses():
        keep(row)
    write(path, values)
    print(f"{len(values)} values, fewest digits {min(v['digits'] for v in values)}; left out below 13 digits:")
    for row in weak:
        print("   ", row["activation"], row["batch"], row["quantity"], row["value"], row["digits"])


if __name__ == "__main__":
    main()
