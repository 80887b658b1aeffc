"""Reference values for test/numeric special functions. Run: python3 generate_special.py

Inputs are doubles, written with 17 digits and taken exactly; outputs have 34 digits, from mpmath at 80 digits (arccosine: up to 420).
arccosine kernel: from its definition as a power series sum m_k^2 c^k / k! in 2F1 form (even and odd part), an independent form
of what src evaluates, with enough guard digits for the cancellation at c = -1. gegenbauer: mpmath's three-term recurrence in
exact rational coefficients.
"""
import json
import os
import sys

import mpmath as mp

mp.mp.dps = 80


def text(x):
    return mp.nstr(x, 34, strip_zeros=False, min_fixed=-5, max_fixed=20)


def gamma_ratio_cases():
    cases = []
    for x in (0.5, 0.75, 1.0, 1.3, 2.0, 3.7, 8.25, 12.9, 13.0, 31.5, 32.0, 100.1, 1234.5, 1e4, 123456.789, 1e6, 3.3e7, 1e9):
        for a in (-39.7, -20.5, -7.25, -2.0, -1.5, -0.75, -0.5, -1e-3, 1e-8, 0.1, 0.4999, 0.5, 0.51, 1.0, 1.5, 3.3, 12.5, 25.1, 39.9):
            y = mp.mpf(x) + mp.mpf(a)
            if y <= 0 and (abs(y - mp.nint(y)) < 1e-12 or mp.mpf(x + a) != y):
                continue  # a pole, or an argument that the double x + a does not hold exactly near one
            value = mp.gammaprod([y], [mp.mpf(x)])
            if abs(value) < mp.mpf(10) ** -290 or abs(value) > mp.mpf(10) ** 290:
                value_text = None
            else:
                value_text = text(value)
            cases.append({"x": x, "a": a, "value": value_text, "log": text(mp.log(abs(value)))})
    return cases


def kernel(alpha, c):
    """J and J' from the even and odd hypergeometric parts."""
    with mp.workdps(420 if alpha > 5 else 160):
        a, c = mp.mpf(alpha), mp.mpf(c)
        m0 = 2 ** (a / 2 - 1) * mp.gamma((a + 1) / 2) / mp.sqrt(mp.pi)
        m1 = 2 ** ((a + 1) / 2 - 1) * mp.gamma((a + 2) / 2) / mp.sqrt(mp.pi)
        at_one = 2 ** (a - 1) * mp.gamma(a + mp.mpf(1) / 2) / mp.sqrt(mp.pi)
        half = mp.mpf(1) / 2
        z = c * c
        even = mp.hyp2f1(-a / 2, -a / 2, half, z)
        odd = mp.hyp2f1((1 - a) / 2, (1 - a) / 2, 3 * half, z)
        d_even = 2 * c * (a * a / 4) / half * mp.hyp2f1(1 - a / 2, 1 - a / 2, 3 * half, z)
        d_odd = 2 * c * ((1 - a) ** 2 / 4) / (3 * half) * mp.hyp2f1((3 - a) / 2, (3 - a) / 2, 5 * half, z)
        value = (m0 ** 2 * even + c * m1 ** 2 * odd) / at_one
        slope = (m0 ** 2 * d_even + m1 ** 2 * (odd + c * d_odd)) / at_one
        return value, slope


def kernel_cases():
    cases = []
    alphas = (-0.45, -0.25, -1e-3, 0.0, 1e-9, 0.1, 0.4999, 0.5, 0.500001, 0.75, 1.0, 1.5, 2.0, 2.5, 3.0, 5.0, 7.3, 12.5, 20.0, 60.0, 150.0)
    cs = (-1 + 2 ** -50, -1 + 1e-9, -0.999, -0.9, -0.5, -1 / 7, -1e-8, 0.0, 0.1, 0.3, 0.45, 0.7, 0.9, 0.99, 1 - 1e-6, 1 - 2 ** -40, 1 - 2 ** -53)
    for alpha in alphas:
        for c in cs:
            value, slope = kernel(alpha, c)
            if value < mp.mpf(10) ** -290:
                continue
            cases.append({"alpha": alpha, "c": c, "value": text(value), "derivative": text(slope)})
    return cases


def normalised(n, k, t):
    """P_k(t) = C_k(t)/C_k(1) on S^{n-1}, exact recurrence."""
    before, p = mp.mpf(0), mp.mpf(1)
    for j in range(k):
        if n == 2 and j == 0:
            before, p = p, t
        else:
            before, p = p, ((2 * j + n - 2) * t * p - j * before) / (j + n - 2)
    return p


def norm(n, k):
    """sqrt of the dimension of degree-k harmonics: orthonormal p_k = sqrt(dim) P_k."""
    if n == 2:
        return mp.sqrt(2) if k else mp.mpf(1)
    return mp.sqrt(mp.mpf(2 * k + n - 2) / (n - 2) * mp.binomial(k + n - 3, k))


def gegenbauer_cases():
    cases = []
    for n in (2, 3, 4, 7, 63, 10_000, 10**9):
        for k in (0, 1, 2, 3, 7, 20, 60):
            for z in (0.0, 0.3, 1.0, 1.4, -1.25, 3.0):
                t = mp.mpf(z) / mp.sqrt(n)
                if abs(t) > 1:
                    continue
                cases.append({"n": n, "k": k, "z": z, "value": text(norm(n, k) * normalised(n, k, t))})
    for k in (0, 1, 2, 3, 7, 20, 60):
        for z in (0.0, 0.3, 1.4, -1.25, 3.0):
            value = mp.hermite(k, mp.mpf(z) / mp.sqrt(2)) / mp.sqrt(mp.mpf(2) ** k * mp.factorial(k))
            cases.append({"n": "Infinity", "k": k, "z": z, "value": text(value)})
    ratios = [
        {"n": n, "k": k, "value": text(1 - normalised(n, k, -mp.mpf(1) / n))}
        for n in (2, 3, 4, 7, 63, 10_000, 10**9)
        for k in (0, 1, 2, 3, 4, 7, 30, 200)
    ]
    return {"orthonormal": cases, "oneMinus": ratios}


def main():
    out = {
        "generator": "test/reference/generate_special.py",
        "tool": f"mpmath {mp.__version__}, Python {sys.version.split()[0]}",
        "gammaRatio": gamma_ratio_cases(),
        "arccosineKernel": kernel_cases(),
        "gegenbauer": gegenbauer_cases(),
    }
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "special.json")
    with open(path, "w") as file:
        json.dump(out, file, indent=1)
        file.write("\n")


main()
