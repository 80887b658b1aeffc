"""Reference values for test/symbolic/integrals. Run: python3 generate_integrals.py

Parameters are fractions, taken exactly. Every value is the integral itself by quadrature at 60 digits, written with 34: an end where
the integrand is like d^p is mapped by d = u^(1/(p+1)), which leaves an analytic integrand; means over two normals are a radial
integral times an integral over the angle. As a guard against a bad quadrature each is compared with the closed form to 36 digits.
Gaussian moments: exact, by expanding z2 = c z1 + s u in independent normals. Sphere moments: exact in B, by the moments of the
coordinates of a uniform point, E x1^(2a) x2^(2b) = (1/2)_a (1/2)_b / (n/2)_(a+b), with w2 = -w1/n + sqrt(1 - 1/n^2) u.
"""
import json
import os
import sys

import mpmath as mp
import sympy as sp

mp.mp.dps = 60


def text(x):
    return mp.nstr(x, 34, strip_zeros=False, min_fixed=-5, max_fixed=20)


def number(fraction):
    p, _, q = fraction.partition("/")
    return mp.mpf(p) / mp.mpf(q or "1")


def from_end(p, g, width):
    """int_0^width d^p g(d) dd, g analytic."""
    q = 1 / (p + 1)
    return q * mp.quad(lambda u: g(u**q), mp.linspace(0, width ** (p + 1), 3))


def sine_ratio(d):
    return mp.sin(d) / d if d else mp.mpf(1)


def beta(a, b):
    half = mp.mpf(1) / 2
    return from_end(a - 1, lambda d: (1 - d) ** (b - 1), half) + from_end(b - 1, lambda d: (1 - d) ** (a - 1), half)


def beta_square(a, b):
    half = mp.mpf(1) / 2
    right = from_end(b - 1, lambda d: (2 - d) ** (b - 1) * (1 - d) ** (a - 1), half)
    return from_end(a - 1, lambda d: (1 - d * d) ** (b - 1), half) + right


def beta_symmetric(a, b):
    return from_end(b - 1, lambda d: (2 - d) ** (a - 1), 1) + from_end(a - 1, lambda d: (2 - d) ** (b - 1), 1)


def laplace(a, b, m=1):
    far = from_end(b - a - 1, lambda v: (v + 2 * m) ** -b, 1)
    return from_end(a - 1, lambda s: (1 + 2 * m * s) ** -b, 1) + far


def schwinger(k, c):
    return from_end(k - 1, lambda s: mp.exp(-c * s), 1) + mp.quad(lambda s: s ** (k - 1) * mp.exp(-c * s), [1, 4, 16, mp.inf])


def radial(k, c=mp.mpf(1) / 2):
    def rest(r):
        return r ** (k - 1) * mp.exp(-c * r * r)

    return from_end(k - 1, lambda r: mp.exp(-c * r * r), 1) + mp.quad(rest, [1, 2, 4, 8, mp.inf])


def chi(d, n):
    return radial(n + d) / (2 ** (n / 2 - 1) * mp.gamma(n / 2))


def hypergeometric(a, b, c, z):
    half = mp.mpf(1) / 2
    left = from_end(b - 1, lambda d: (1 - d) ** (c - b - 1) * (1 - z * d) ** -a, half)
    return left + from_end(c - b - 1, lambda d: (1 - d) ** (b - 1) * (1 - z + z * d) ** -a, half)


def quarter(p, q):
    left = from_end(p, lambda d: sine_ratio(d) ** p * mp.cos(d) ** q, mp.pi / 4)
    return left + from_end(q, lambda d: sine_ratio(d) ** q * mp.cos(d) ** p, mp.pi / 4)


def half_turn(p, q):
    whole = int(q)
    both = [from_end(p, lambda d, s=s: sine_ratio(d) ** p * (s * mp.cos(d)) ** whole, mp.pi / 2) for s in (1, -1)]
    return both[0] + both[1]


def absolute_moment(p):
    return 2 * radial(p + 1) / mp.sqrt(2 * mp.pi)


def wedge(a, b, theta):
    """int cos^a x cos^b(x - theta) over theta - pi/2 < x < pi/2, from either end to the middle."""
    width = mp.pi - theta
    near = from_end(a, lambda d: sine_ratio(d) ** a * mp.sin(width - d) ** b, width / 2)
    return near + from_end(b, lambda d: sine_ratio(d) ** b * mp.sin(width - d) ** a, width / 2)


def wedge_mean(a, b, theta):
    return radial(a + b + 2) * wedge(a, b, theta) / (2 * mp.pi)


def kernel(alpha, c):
    u = (1 + c) / 2
    factor = mp.gamma(alpha + 1) ** 2 / (mp.gamma(alpha + 0.5) * mp.gamma(alpha + 1.5))
    return factor * u ** (alpha + mp.mpf(1) / 2) * mp.hyp2f1(0.5, 0.5, alpha + mp.mpf(3) / 2, u)


def kernel_mean_closed(alpha, c):
    return 2 ** (alpha - 1) * mp.gamma(alpha + mp.mpf(1) / 2) / mp.sqrt(mp.pi) * kernel(alpha, c)


def polynomial(k, lam, x):
    before, value = mp.mpf(0), mp.mpf(1)
    for n in range(1, int(k) + 1):
        before, value = value, (2 * x * (n + lam - 1) * value - (n + 2 * lam - 2) * before) / n
    return value


def weighted(lam, f):
    p = lam - mp.mpf(1) / 2
    right = from_end(p, lambda d: (2 - d) ** p * f(1 - d), 1)
    return right + from_end(p, lambda d: (2 - d) ** p * f(d - 1), 1)


def weighted_power(p, lam):
    q = lam - mp.mpf(1) / 2
    half = mp.mpf(1) / 2
    inner = from_end(p, lambda d: (1 - d * d) ** q, half)
    return 2 * (inner + from_end(q, lambda d: (2 - d) ** q * (1 - d) ** p, half))


def norm(k, lam):
    return weighted(lam, lambda x: polynomial(k, lam, x) ** 2)


def norm_closed(k, lam):
    above = mp.pi * 2 ** (1 - 2 * lam) * mp.gamma(k + 2 * lam)
    return above / (mp.factorial(k) * (k + lam) * mp.gamma(lam) ** 2)


def moment(k, l, lam):
    return weighted(lam, lambda x: x ** int(k + 2 * l) * polynomial(k, lam, x))


def moment_closed(k, l, lam):
    above = mp.pi * 2 ** (1 - 2 * lam - k - 2 * l) * mp.factorial(k + 2 * l) * mp.gamma(k + 2 * lam)
    return above / (mp.factorial(l) * mp.factorial(k) * mp.gamma(lam) * mp.gamma(lam + k + l + 1))


def product_of_two(j, k, lam, x):
    return polynomial(j, lam, x) * polynomial(k, lam, x)


# rule: (names, integral, closed form, parameters)
RULES = {
    "beta": ("a b", beta, mp.beta, ["1/16 1/16", "1/2 3", "7/3 1/16", "25/2 40", "1 1"]),
    "beta of a square": ("a b", beta_square, lambda a, b: mp.beta(a / 2, b) / 2, ["1/16 1/16", "1/2 3", "7/3 1/8", "9 17/2"]),
    "beta on [-1, 1]": ("a b", beta_symmetric, lambda a, b: 2 ** (a + b - 1) * mp.beta(a, b), ["1/16 1/8", "1/2 3", "7 9/2"]),
    "Laplace": ("a b", laplace, lambda a, b: 2**-a * mp.beta(a, b - a), ["1/16 1/8", "1 9/2", "3/2 7", "12 25", "2 33/16"]),
    "scaled Laplace": ("a b m", laplace, lambda a, b, m: (2 * m) ** -a * mp.beta(a, b - a), ["1/16 1/8 3", "1 9/2 1/7", "3/2 7 1/2", "5 11/2 20"]),
    "Schwinger": ("k c", schwinger, lambda k, c: c**-k * mp.gamma(k), ["1/16 1", "1 1/3", "15/2 2", "1/2 7"]),
    "radial": ("k", radial, lambda k: 2 ** (k / 2 - 1) * mp.gamma(k / 2), ["1/16", "1", "2", "15/2", "20"]),
    "scaled radial": ("k c", radial, lambda k, c: c ** (-k / 2) * mp.gamma(k / 2) / 2, ["1/16 1", "1 1/3", "15/2 2", "1/2 7"]),
    "chi moment": ("d n", chi, lambda d, n: 2 ** (d / 2) * mp.gamma((n + d) / 2) / mp.gamma(n / 2), ["1 3", "-15/16 1", "-2 5", "7/2 12", "-7/2 4"]),
    "chi inverse square": ("n", lambda n: chi(mp.mpf(-2), n), lambda n: 1 / (n - 2), ["33/16", "3", "4", "21/2"]),
    "Euler's integral of 2F1": ("a b c z", hypergeometric, lambda a, b, c, z: mp.beta(b, c - b) * mp.hyp2f1(a, b, c, z), ["1/2 1/16 1/8 1/3", "-3/2 2 5 -7", "5/2 1/2 7/2 9/10", "3 4 5 -1/2"]),
    "sine and even cosine": ("p m", lambda p, m: half_turn(p, 2 * m), lambda p, m: mp.beta((p + 1) / 2, m + mp.mpf(1) / 2), ["-15/16 0", "0 1", "7/3 4", "-1/2 2"]),
    "sine and cosine on a quarter": ("p q", quarter, lambda p, q: mp.beta((p + 1) / 2, (q + 1) / 2) / 2, ["-15/16 -15/16", "0 1/2", "7/3 4", "-1/2 20"]),
    "even Gaussian moment": ("m", lambda m: absolute_moment(2 * m), lambda m: mp.rf(mp.mpf(1) / 2, m) * 2**m, ["0", "1", "2", "7"]),
    "absolute Gaussian moment": ("p", absolute_moment, lambda p: 2 ** (p / 2) * mp.gamma((p + 1) / 2) / mp.sqrt(mp.pi), ["-15/16", "1", "5/2", "11"]),
    "Gaussian moment of the ReLU": ("p", lambda p: absolute_moment(p) / 2, lambda p: 2 ** (p / 2) * mp.gamma((p + 1) / 2) / (2 * mp.sqrt(mp.pi)), ["1/16", "1", "5/2"]),
    "Gaussian moment of the half line": ("p", lambda p: absolute_moment(p) / 2, lambda p: 2 ** (p / 2) * mp.gamma((p + 1) / 2) / (2 * mp.sqrt(mp.pi)), ["-15/16", "0", "3"]),
    "arc-cosine kernel": ("alpha c", lambda alpha, c: wedge_mean(alpha, alpha, mp.acos(c)), kernel_mean_closed, ["-7/16 1/2", "0 -1/3", "1/3 -9/10", "1 9/10", "3 -1/7", "5/2 0"]),
    "arc-cosine kernel of the ReLU": ("alpha c", lambda alpha, c: wedge_mean(alpha, alpha, mp.acos(c)), kernel_mean_closed, ["1/16 1/2", "3/2 -1/63"]),
    "wedge": ("a b theta", wedge_mean, None, ["-15/16 -1/2 1", "0 1 2", "3/2 1/3 1/4", "2 5 3"]),
    "wedge of ReLUs": ("a b theta", wedge_mean, None, ["1/16 1 5/2", "2 3 1/2"]),
    "wedge integral": ("alpha theta", lambda alpha, theta: wedge(alpha, alpha, theta), lambda alpha, theta: mp.sqrt(mp.pi) * mp.gamma(alpha + mp.mpf(1) / 2) / mp.gamma(alpha + 1) * kernel(alpha, mp.cos(theta)), ["-7/16 1", "2 3", "5/3 1/8"]),
    "mass of the Gegenbauer weight": ("lambda", lambda lam: weighted(lam, lambda x: 1), lambda lam: mp.beta(lam + mp.mpf(1) / 2, mp.mpf(1) / 2), ["-7/16", "0", "1/2", "3", "29/2"]),
    "absolute moment of the Gegenbauer weight": ("p lambda", weighted_power, lambda p, lam: mp.beta((p + 1) / 2, lam + mp.mpf(1) / 2), ["-15/16 -7/16", "3 5/2", "1/2 1"]),
    "Gegenbauer norm": ("k lambda", norm, norm_closed, ["0 -7/16", "1 -1/4", "3 1/2", "5 5/2", "2 29/2"]),
    "Gegenbauer moment": ("k l lambda", moment, moment_closed, ["0 1 -1/4", "1 0 1/2", "3 2 5/2", "4 3 29/2"]),
    "Gegenbauer at 1": ("k lambda", lambda k, lam: polynomial(k, lam, mp.mpf(1)), lambda k, lam: mp.rf(2 * lam, k) / mp.factorial(k), ["0 1/3", "4 5/2", "7 -1/4", "3 0"]),
    "Gegenbauer linearisation": ("j k lambda x", product_of_two, None, ["0 3 1/2 1/3", "2 5 5/2 -3/4", "4 4 -1/4 9/10", "6 1 3 1"]),
}


def rule_cases():
    cases = []
    for rule, (names, integral, closed, rows) in RULES.items():
        for row in rows:
            values = [number(field) for field in row.split()]
            value = integral(*values)
            if closed is not None:
                expected = closed(*values)
                if abs(value - expected) > mp.mpf(10) ** -36 * abs(expected):
                    raise ValueError(f"{rule} at {row}: {mp.nstr(value, 40)} by quadrature, {mp.nstr(expected, 40)} in closed form")
            cases.append({"rule": rule, "parameters": dict(zip(names.split(), row.split())), "value": text(value)})
    return cases


def double_factorial_moment(k):
    return sp.factorial2(k - 1) if k % 2 == 0 else sp.Integer(0)


def gaussian_moment_cases():
    c = sp.Symbol("c")
    cases = []
    for i in range(0, 9):
        for j in range(0, i + 1):
            if i + j > 12:
                continue
            # z2 = c z1 + s u, s^2 = 1 - c^2; odd powers of u vanish
            terms = [
                sp.binomial(j, k) * c ** (j - k) * (1 - c**2) ** sp.Rational(k, 2) * double_factorial_moment(k) * double_factorial_moment(i + j - k)
                for k in range(0, j + 1, 2)
            ]
            p = sp.Poly(sp.expand(sum(terms, sp.Integer(0))), c)
            cases.append({"i": i, "j": j, "coefficients": [str(a) for a in reversed(p.all_coeffs())]})
    return cases


def coordinate_moment(a, b, n):
    """E x1^a x2^b of two orthogonal coordinates of a uniform point on the unit sphere of R^n."""
    if a % 2 or b % 2:
        return sp.Integer(0)
    half = sp.Rational(1, 2)
    return sp.rf(half, a // 2) * sp.rf(half, b // 2) / sp.expand_func(sp.rf(n / 2, (a + b) // 2))


def sphere_moment_cases():
    B = sp.Symbol("B")
    n = B - 1
    cases = []
    for i in range(0, 7):
        for j in range(0, i + 1):
            if i + j > 10:
                continue
            terms = [
                sp.binomial(j, k) * (-1 / n) ** (j - k) * (1 - 1 / n**2) ** (k // 2) * coordinate_moment(i + j - k, k, n)
                for k in range(0, j + 1, 2)
            ]
            value = sp.cancel(sp.together(n ** sp.Rational(i + j, 2) * sum(terms, sp.Integer(0)))) if (i + j) % 2 == 0 else sp.Integer(0)
            top, bottom = sp.fraction(sp.cancel(value))
            cases.append(
                {
                    "i": i,
                    "j": j,
                    "numerator": [str(a) for a in reversed(sp.Poly(top, B).all_coeffs())],
                    "denominator": [str(a) for a in reversed(sp.Poly(bottom, B).all_coeffs())],
                }
            )
    return cases


def main():
    out = {
        "generator": "test/reference/generate_integrals.py",
        "tool": f"mpmath {mp.__version__}, sympy {sp.__version__}, Python {sys.version.split()[0]}",
        "rules": rule_cases(),
        "gaussianMoments": gaussian_moment_cases(),
        "sphereMoments": sphere_moment_cases(),
    }
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "integrals.json")
    with open(path, "w") as file:
        json.dump(out, file, indent=1)
        file.write("\n")


main()
