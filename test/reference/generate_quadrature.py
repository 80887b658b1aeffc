"""Reference nodes and weights for test/numeric, computed at 60 digits. Run: python3 generate_quadrature.py

Gauss rules: eigenvalues of the Jacobi matrix (mpmath.eigsy), weights 1 / sum p_k(x)^2, total mass 1 (Legendre: 2).
Kronrod: Stieltjes polynomial E_{n+1} from its orthogonality to all lower degrees against P_n, weights by interpolation.
"""
import json
import os
import sys

import mpmath as mp

mp.mp.dps = 60
DIGITS = 34


def text(x):
    if abs(x) < mp.mpf(10) ** -50:
        return "0.0"
    return mp.nstr(x, DIGITS, strip_zeros=False, min_fixed=-5, max_fixed=20)


def gauss(diagonal, off, mass=1):
    n = len(diagonal)
    matrix = mp.zeros(n)
    for i, a in enumerate(diagonal):
        matrix[i, i] = a
    for i, b in enumerate(off):
        matrix[i, i + 1] = matrix[i + 1, i] = b
    nodes = sorted(mp.eigsy(matrix, eigvals_only=True))
    weights = []
    for x in nodes:
        before, p, total = mp.mpf(0), mp.mpf(1), mp.mpf(1)
        for k in range(n - 1):
            before, p = p, ((x - diagonal[k]) * p - (off[k - 1] * before if k else 0)) / off[k]
            total += p * p
        weights.append(mass / total)
    return nodes, weights


def jacobi(n, a, b, mass=1):
    a, b = mp.mpf(a), mp.mpf(b)
    s = a + b
    diagonal = [(b - a) / (s + 2)] + [(b * b - a * a) / ((2 * k + s) * (2 * k + s + 2)) for k in range(1, n)]
    off = []
    for k in range(1, n):
        if k == 1:
            square = 4 * (1 + a) * (1 + b) / ((2 + s) ** 2 * (3 + s))
        else:
            square = 4 * k * (k + a) * (k + b) * (k + s) / ((2 * k + s) ** 2 * (2 * k + s + 1) * (2 * k + s - 1))
        off.append(mp.sqrt(square))
    return gauss(diagonal, off, mass)


def laguerre(n, a):
    a = mp.mpf(a)
    return gauss([2 * k + a + 1 for k in range(n)], [mp.sqrt(k * (k + a)) for k in range(1, n)])


def hermite(n):
    return gauss([mp.mpf(0)] * n, [mp.sqrt(k) for k in range(1, n)])


def kronrod(n):
    exact_nodes, exact_weights = jacobi(2 * n + 4, 0, 0, 2)
    def integral(f):
        return mp.fsum(w * f(x) for x, w in zip(exact_nodes, exact_weights))
    legendre = [[mp.legendre(k, x) for x in exact_nodes] for k in range(n + 2)]
    def triple(i, j, k):
        return mp.fsum(w * legendre[i][m] * legendre[j][m] * legendre[k][m] for m, w in enumerate(exact_weights))
    degrees = list(range(n - 1, -1, -2))  # E = P_{n+1} + sum c_j P_j, same parity as n+1
    tests = [k for k in range(n + 1) if (k + n + n + 1) % 2 == 0]
    assert len(tests) >= len(degrees)
    tests = tests[-len(degrees):]
    matrix = mp.matrix([[triple(n, j, k) for j in degrees] for k in tests])
    right = mp.matrix([-triple(n, n + 1, k) for k in tests])
    coefficients = mp.lu_solve(matrix, right)
    def stieltjes(x):
        return mp.legendre(n + 1, x) + mp.fsum(c * mp.legendre(j, x) for c, j in zip(coefficients, degrees))
    gauss_nodes, gauss_weights = jacobi(n, 0, 0, 2)
    gaps = [mp.mpf(-1)] + gauss_nodes + [mp.mpf(1)]
    extra = [mp.findroot(stieltjes, (lo, hi), solver="anderson", tol=mp.mpf(10) ** -100) for lo, hi in zip(gaps, gaps[1:])]
    extra = [mp.mpf(0) if abs(x) < mp.mpf(10) ** -50 else x for x in extra]
    nodes = sorted(gauss_nodes + extra)
    weights = []
    for i, x in enumerate(nodes):
        def cardinal(y):
            return mp.fprod((y - z) / (x - z) for j, z in enumerate(nodes) if j != i)
        weights.append(integral(cardinal))
    return nodes, weights, gauss_nodes, gauss_weights


def record(nodes, weights, **parameters):
    return {**parameters, "nodes": [text(x) for x in nodes], "weights": [text(w) for w in weights]}


def main():
    out = {
        "generator": "test/reference/generate_quadrature.py",
        "tool": f"mpmath {mp.__version__}, Python {sys.version.split()[0]}, {mp.mp.dps} digits",
        "legendre": [record(*jacobi(n, 0, 0, 2), n=n) for n in (1, 2, 5, 20, 33)],
        "jacobi": [
            record(*jacobi(n, a, b), n=n, alpha=a, beta=b)
            for n, a, b in ((10, "-0.5", "0.75"), (12, "-0.875", "3"), (8, "1e8", "0"), (8, "3e7", "1e8"), (9, "40", "60"))
        ],
        "gegenbauer": [
            record(*jacobi(n, mp.mpf(l) - mp.mpf(1) / 2, mp.mpf(l) - mp.mpf(1) / 2), n=n, lambda_=l)
            for n, l in ((12, "0.75"), (13, "-0.25"), (9, "0"), (12, "1e4"), (12, "1e8"), (24, "3"))
        ],
        "hermite": [record(*hermite(n), n=n) for n in (1, 2, 7, 20, 40)],
        "laguerre": [
            record(*laguerre(n, a), n=n, alpha=a) for n, a in ((5, "0"), (12, "-0.75"), (20, "2.5"), (8, "1e8"), (10, "60"))
        ],
        "kronrod": [],
    }
    for n in (7, 10):
        nodes, weights, gauss_nodes, gauss_weights = kronrod(n)
        out["kronrod"].append({**record(nodes, weights, n=n), "gauss": record(gauss_nodes, gauss_weights)})
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "quadrature.json")
    with open(path, "w") as file:
        json.dump(out, file, indent=1)
        file.write("\n")


main()
