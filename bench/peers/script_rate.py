#!/usr/bin/env python3
"""Peer: the shortest honest script for one number, the explosion rate of tanh at B = 64; timed as a whole process."""

import json
from math import asin, cos, pi, sin, sqrt, tanh

try:
    import scipy
    from scipy.integrate import dblquad, quad
except ImportError:
    print(json.dumps({"missing": "scipy: install it with `pip install scipy` or `apt install python3-scipy`"}))
    raise SystemExit(0) from None

B = 64
n, root, rho = B - 1, sqrt(B - 1), -1 / (B - 1)
tilt = asin(rho)


def first(a):
    return cos(a) ** (n - 2)


def second(b):
    return cos(b) ** (n - 3)


def z2(a, b):
    return root * (sin(tilt) * sin(a) + cos(tilt) * cos(a) * sin(b))


def slope(z):
    return 1 - tanh(z) ** 2


def single(f):
    return quad(lambda a: first(a) * f(root * sin(a)), -pi / 2, pi / 2)[0] / mass1


def double(f):
    return dblquad(lambda b, a: first(a) * second(b) * f(root * sin(a), z2(a, b)), *box)[0] / (mass1 * mass2)


box = (-pi / 2, pi / 2, -pi / 2, pi / 2)
mass1, mass2 = quad(first, -pi / 2, pi / 2)[0], quad(second, -pi / 2, pi / 2)[0]
mu = single(lambda z: tanh(z) ** 2) - double(lambda x, y: tanh(x) * tanh(y))
own = single(lambda z: (n - z * z) * slope(z) ** 2)
rate = (own + double(lambda x, y: (1 + x * y) * slope(x) * slope(y))) / ((B - 3) * mu)
print(json.dumps({"activation": "tanh", "batch": B, "quantity": "bwd_G", "value": rate, "scipy": scipy.__version__}))
