#!/usr/bin/env python3
"""Explosion rates at B = 1e5 to 20 digits, for the true errors that the bench prints.

One-dimensional integrals in mpmath at 40 digits: with n = B-1, weight (1 - z^2/n)^((n-3)/2) on the line, f = phi - E phi,
    rate = [E (1 - z^2/n) phi'^2 - sum_k k (1 + (k-2)/n) a_k^2 P_k] / ((1 - 2/n) (E f^2 - sum_k a_k^2 P_k)),
P_k = C_k(-1/n)/C_k(1) = O(n^-ceil(k/2)): twelve terms leave 1e-30.   Usage: python3 bench/truth.py > bench/truth.json
"""
import json
from mpmath import mp, mpf, sqrt, exp, erf, tanh, quad, log1p, pi

mp.dps = 40
B = 10**5
n = mpf(B - 1)
TERMS = 12

ACTIVATIONS = {
    "relu": (lambda x: max(x, mpf(0)), lambda x: mpf(1) if x > 0 else mpf(0)),
    "tanh": (tanh, lambda x: 1 - tanh(x) ** 2),
    "gelu": (lambda x: x * (1 + erf(x / sqrt(2))) / 2, lambda x: (1 + erf(x / sqrt(2))) / 2 + x * exp(-x * x / 2) / sqrt(2 * pi)),
    "elu": (lambda x: x if x > 0 else exp(x) - 1, lambda x: mpf(1) if x > 0 else exp(x)),
}


def mean(f):
    cuts = [mpf(k) / 2 for k in range(-32, 33)]
    weight = lambda z: exp((n - 3) / 2 * log1p(-z * z / n))
    return quad(lambda z: f(z) * weight(z), cuts) / quad(weight, cuts)


b = [mpf(0), mpf(1)] + [sqrt(k * n * (k + n - 3) / ((2 * k + n - 4) * (2 * k + n - 2))) for k in range(2, TERMS + 1)]


def p(k, z):
    previous, current = mpf(0), mpf(1)
    for j in range(k):
        previous, current = current, (z * current - b[j] * previous) / b[j + 1]
    return current


P = [mpf(1), -1 / n]
for k in range(1, TERMS):
    P.append(((2 * k + n - 2) * (-1 / n) * P[k] - k * P[k - 1]) / (k + n - 2))


def rate(phi, slope):
    centre = mean(phi)
    a = [mpf(0)] + [mean(lambda z: (phi(z) - centre) * p(k, z)) for k in range(1, TERMS)]
    top = mean(lambda z: (1 - z * z / n) * slope(z) ** 2) - sum(k * (1 + (k - 2) / n) * a[k] ** 2 * P[k] for k in range(1, TERMS))
    gap = mean(lambda z: (phi(z) - centre) ** 2) - sum(a[k] ** 2 * P[k] for k in range(1, TERMS))
    return top / ((1 - 2 / n) * gap)


print(json.dumps({"generator": "bench/truth.py, mpmath " + __import__("mpmath").__version__, "batch": B,
                  "rates": {name: mp.nstr(rate(*pair), 20) for name, pair in ACTIVATIONS.items()}}, indent=2))
