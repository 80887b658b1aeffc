"""Reference values for test/symbolic/kernels. Run: python3 generate_kernels.py

kernel: J_alpha and its first two derivatives from the angular integral that defines it (the paper's H.4), 32 digits.
closed: the polynomials of the two closed forms, fitted to that integral at as many points as there are unknowns and made rational,
    then compared with the integral at other points to 30 digits:
    whole alpha: J = (P(c) (pi - arccos c) + Q(c) sqrt(1-c^2))/pi, half-integer: J = P(c) E(m) + Q(c) K(m), m = (1+c)/2.
coefficients: orthonormal Gegenbauer coefficients of x_+^alpha and of erf(s x), from the integral (26) with its exponent's sign corrected.
moments: E z1^i z2^j over two samples of a batch of B, in an orthonormal frame, by the moments of one coordinate at a time; exact.
"""
import json
import os
import sys
from fractions import Fraction
from math import comb

import mpmath as mp


def exact(text):
    f = Fraction(text)
    return mp.mpf(f.numerator) / f.denominator


def text(x, digits=32):
    return mp.nstr(x, digits, strip_zeros=False, min_fixed=-5, max_fixed=20)


def kernel(alpha, c):
    """J_alpha(c) by H.4."""
    c = mp.mpf(c)
    normaliser = 2 ** (alpha - 1) * mp.gamma(alpha + mp.mpf(1) / 2) / mp.sqrt(mp.pi)
    integral = mp.quad(lambda phi: mp.cos(phi) ** alpha / (1 - c * mp.cos(phi)) ** (1 + alpha), [0, mp.pi / 6, mp.pi / 2])
    return (1 - c * c) ** (alpha + mp.mpf(1) / 2) * mp.gamma(alpha + 1) * integral / (2 * mp.pi * normaliser)


def slopes(alpha, c):
    """J' and J'' by central differences in 120 digits."""
    with mp.workdps(120):
        a, c, h = exact(alpha), exact(c), mp.mpf(10) ** -14
        f = {k: kernel(a, c + k * h) for k in range(-3, 4)}
        first = (45 * (f[1] - f[-1]) - 9 * (f[2] - f[-2]) + f[3] - f[-3]) / (60 * h)
        second = (270 * (f[1] + f[-1]) - 27 * (f[2] + f[-2]) + 2 * (f[3] + f[-3]) - 490 * f[0]) / (180 * h * h)
        return f[0], first, second


ALPHAS = ("-1/4", "0", "1/5", "1/2", "7/10", "1", "4/3", "3/2", "2", "5/2", "13/5", "3", "7/2", "4", "5")
POINTS = ("-9/10", "-3/5", "-1/7", "3/10", "4/5", "19/20")


def kernel_cases():
    cases = []
    for alpha in ALPHAS:
        for c in POINTS:
            value, first, second = slopes(alpha, c)
            cases.append({"alpha": alpha, "c": c, "value": text(value), "first": text(first), "second": text(second)})
    return cases


def rationalise(x):
    """The fraction with denominator below 10^12 that x is to 40 digits."""
    f = Fraction(int(mp.nint(x * mp.mpf(10) ** 45)), 10**45).limit_denominator(10**12)
    assert abs(mp.mpf(f.numerator) / f.denominator - x) < mp.mpf(10) ** -38, x
    return f


def fitted(alpha, first_degree, second_degree, basis):
    """The polynomials of J = P first + Q second."""
    with mp.workdps(90):
        count = first_degree + second_degree + 2
        points = [mp.cos(mp.pi * (2 * i + 1) / (2 * count)) * mp.mpf("0.9") for i in range(count)]
        rows, values = [], []
        for c in points:
            first, second = basis(c)
            rows.append([first * c**i for i in range(first_degree + 1)] + [second * c**i for i in range(second_degree + 1)])
            values.append(kernel(exact(alpha), c))
        solution = [rationalise(x) for x in mp.lu_solve(mp.matrix(rows), mp.matrix(values))]
    p, q = solution[: first_degree + 1], solution[first_degree + 1 :]
    with mp.workdps(40):
        for c in ("-0.83", "-0.31", "0.17", "0.62", "0.93"):
            c = mp.mpf(c)
            first, second = basis(c)
            value = sum(mp.mpf(a.numerator) / a.denominator * c**i for i, a in enumerate(p)) * first
            value += sum(mp.mpf(a.numerator) / a.denominator * c**i for i, a in enumerate(q)) * second
            assert abs(value - kernel(exact(alpha), c)) < mp.mpf(10) ** -30, (alpha, c)
    return {"alpha": alpha, "first": [str(a) for a in p], "second": [str(a) for a in q]}


def closed_cases():
    angle = lambda c: ((mp.pi - mp.acos(c)) / mp.pi, mp.sqrt(1 - c * c) / mp.pi)
    elliptic = lambda c: (mp.ellipe((1 + c) / 2), mp.ellipk((1 + c) / 2))
    whole = [fitted(str(n), n, max(n - 1, 0), angle) for n in range(7)]
    half = [fitted(f"{2 * n + 1}/2", n, n + 1, elliptic) for n in range(6)]
    return {"whole": whole, "half": half}


def basis_function(batch, k, t):
    """C_k normalised so that its mean square over the sphere is 1, by the explicit sum."""
    lam = mp.mpf(batch - 3) / 2
    value = sum((-1) ** j * mp.rf(lam, k - j) / (mp.factorial(j) * mp.factorial(k - 2 * j)) * (2 * t) ** (k - 2 * j) for j in range(k // 2 + 1))
    return value * mp.sqrt(mp.mpf(batch - 3 + 2 * k) / ((batch - 3) * comb(batch - 4 + k, k)))


def coefficient(phi, batch, k, points):
    root = mp.sqrt(batch - 1)
    weight = lambda t: (1 - t * t) ** (mp.mpf(batch - 4) / 2) / mp.beta(mp.mpf(batch) / 2 - 1, mp.mpf(1) / 2)
    return mp.quad(lambda t: phi(root * t) * basis_function(batch, k, t) * weight(t), points)


def coefficient_cases():
    cases = {"relu": [], "erf": []}
    with mp.workdps(40):
        for batch in (5, 8, 21):
            for alpha in ("0", "1/2", "1", "13/10", "2"):
                a = exact(alpha)
                for k in range(8):
                    value = coefficient(lambda z: z**a, batch, k, [0, mp.mpf(1) / 2, 1])
                    cases["relu"].append({"alpha": alpha, "batch": batch, "k": k, "value": text(mp.chop(value, mp.mpf(10) ** -33))})
            for slope in ("1", "7/10", "3"):
                s = exact(slope)
                for k in range(8):
                    value = coefficient(lambda z: mp.erf(s * z), batch, k, [-1, -mp.mpf(1) / 2, 0, mp.mpf(1) / 2, 1]) if k % 2 else mp.mpf(0)
                    cases["erf"].append({"slope": slope, "batch": batch, "k": k, "value": text(value)})
    return cases


def odd_factorial(m):
    return 1 if m <= 0 else m * odd_factorial(m - 2)


def moment(i, j, batch):
    """z1 = sqrt(n) x1, z2 = sqrt(n) (rho x1 + sqrt(1-rho^2) x2), x uniform on the unit sphere of R^n."""
    n, total = batch - 1, Fraction(0)
    rho = Fraction(-1, n)
    if (i + j) % 2:
        return total
    for b in range(0, j + 1, 2):
        a = i + j - b
        if a % 2:
            continue
        spread = 1
        for step in range((a + b) // 2):
            spread *= n + 2 * step
        mean = Fraction(odd_factorial(a - 1) * odd_factorial(b - 1), spread)
        total += comb(j, b) * rho ** (j - b) * (1 - rho * rho) ** (b // 2) * mean
    return total * n ** ((i + j) // 2)


def moment_cases():
    return [
        {"i": i, "j": j, "batch": batch, "value": str(moment(i, j, batch))}
        for batch in (4, 5, 8, 33)
        for i in range(7)
        for j in range(7)
        if (i + j) % 2 == 0
    ]


def main():
    out = {
        "generator": "test/reference/generate_kernels.py",
        "tool": f"mpmath {mp.__version__}, Python {sys.version.split()[0]}",
        "kernel": kernel_cases(),
        "closed": closed_cases(),
        "coefficients": coefficient_cases(),
        "moments": moment_cases(),
    }
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "kernels.json")
    with open(path, "w") as file:
        json.dump(out, file, indent=1)
        file.write("\n")


main()
