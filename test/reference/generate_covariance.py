"""Reference values for test/theory/batchnorm/covariance. Run: python3 generate_covariance.py

Covariances are given as doubles (hexadecimal in, decimal out: Python's shortest repr, which any reader turns into the same double).
laplace: V(Sigma) of phi = right x_+^a + left x_-^a by Theorem 2 in 34 digits: trapezoid sums in log s, C(s) = S (I + 2 s S)^-1 by a linear
    solve (no eigenvectors), the kernel by its closed form (a = 1) or its angular integral; the step is halved until 24 digits stay.
circle: rank 2, the angle's integral, split at the kinks; nothing of Theorem 2.
sphere: rank 3, the integral over the directions of g in R^3, y = F g: Gauss-Legendre x trapezoid, 25 digits; with epsilon also over |g|
    (Gauss-Laguerre in |g|^2/2); nothing of Theorem 3.
"""
import json
import os
import random

import mpmath as mp

mp.mp.dps = 34


def text(x, digits=22):
    return mp.nstr(x, digits, strip_zeros=False, min_fixed=-5, max_fixed=20)


def centred(sigma):
    n = sigma.rows
    g = mp.eye(n) - mp.ones(n) / n
    return g * sigma * g


def kernel_one(left, right, c):
    """E phi(z1) phi(z2) for a = 1, correlation c."""
    angle = mp.pi - mp.acos(c)
    sine = mp.sqrt(1 - c * c)
    same = (sine + angle * c) / (2 * mp.pi)
    opposite = (sine - (mp.pi - angle) * c) / (2 * mp.pi)
    return (right ** 2 + left ** 2) * same + 2 * left * right * opposite


def laplace(sigma, left, right):
    rank = sum(1 for e in mp.eigsy(centred(sigma), eigvals_only=True) if e > mp.mpf(10) ** -20)
    # I + 2 s S is as ill conditioned as the largest s
    with mp.workdps(34 if rank > 3 else 75):
        return laplace_integral(sigma, left, right, rank)


def laplace_integral(sigma, left, right, rank):
    s_matrix = centred(sigma)
    n = s_matrix.rows
    trace = sum(s_matrix[i, i] for i in range(n))
    s_matrix = s_matrix / trace
    floor = mp.mpf(10) ** -28

    def term(r):
        s = mp.e ** r
        m = mp.eye(n) + 2 * s * s_matrix
        c = s_matrix * mp.inverse(m)
        weight = s / mp.sqrt(mp.det(m))
        out = mp.zeros(n)
        for i in range(n):
            for j in range(i + 1):
                size = c[i, i] * c[j, j]
                if c[i, i] < floor or c[j, j] < floor:
                    continue
                rho = c[i, j] / mp.sqrt(size)
                rho = max(mp.mpf(-1), min(mp.mpf(1), rho)) if i != j else mp.mpf(1)
                out[i, j] = out[j, i] = weight * mp.sqrt(size) * kernel_one(left, right, rho)
        return out

    low, high = -60, int(120 / rank) + 30
    h = mp.mpf(1) / 2
    total = mp.zeros(n)
    for k in range(int(low / h), int(high / h) + 1):
        total += term(k * h)
    value = total * h
    while True:
        for k in range(int(low / h), int(high / h)):
            total += term((k + mp.mpf(1) / 2) * h)
        h /= 2
        new = total * h
        change = max(abs(x) for x in (new - value))
        value = new
        if change < mp.mpf(10) ** -12:  # the next one squares it
            return value * n


def rows(matrix, digits=22):
    return [[text(matrix[i, j], digits) for j in range(matrix.cols)] for i in range(matrix.rows)]


def doubles(matrix):
    return [[float(matrix[i, j]) for j in range(matrix.cols)] for i in range(matrix.rows)]


def from_doubles(values):
    return mp.matrix([[mp.mpf(x) for x in row] for row in values])


def integers(n, rank, seed, size=3):
    rng = random.Random(seed)
    f = mp.matrix([[rng.randint(-size, size) for _ in range(rank)] for _ in range(n)])
    return f


def conditioned(n, digits, seed):
    """Centred eigenvalues from 1 to 10^-digits in a random frame, rounded to doubles."""
    with mp.workdps(50):
        rng = random.Random(seed)
        a = mp.matrix([[rng.gauss(0, 1) for _ in range(n)] for _ in range(n)])
        for i in range(n):
            a[i, 0] = 1
        q, _ = mp.qr(a)
        d = mp.diag([mp.mpf(1)] + [mp.mpf(10) ** (-mp.mpf(digits) * k / (n - 2)) for k in range(n - 1)])
        return doubles(q * d * q.T)


def laplace_cases():
    cases = []
    add = lambda name, sigma, left, right: cases.append(
        {"name": name, "left": left, "right": right, "sigma": sigma, "values": rows(laplace(from_doubles(sigma), mp.mpf(left), mp.mpf(right)))}
    )
    for digits in (0, 3, 6):
        add(f"B = 8, condition 1e{digits}", conditioned(8, digits, 11 + digits), 0.0, 1.0)
    add("B = 8, condition 1e6, leaky", conditioned(8, 6, 5), -0.25, 1.0)
    f = integers(6, 3, 1)
    add("B = 6, rank 3", doubles(f * f.T), 0.0, 1.0)
    f = integers(5, 4, 2)
    for k in range(4):
        f[4, k] = f[1, k]
    add("B = 5, samples 1 and 4 the same", doubles(f * f.T), 0.0, 1.0)
    f = integers(4, 3, 4)
    for k in range(3):
        f[3, k] = 0
        f[0, k] = -f[1, k] - f[2, k]
    add("B = 4, sample 3 at the mean", doubles(f * f.T), 0.0, 1.0)
    return cases


def circle_case(name, f, functions):
    """Rank 2 after centring: x_i = sqrt(B) f_i.e/|f e|, e uniform on the circle."""
    n = f.rows
    g = (mp.eye(n) - mp.ones(n) / n) * f
    kinks = [0, 2 * mp.pi]
    samples = lambda t: [g[i, 0] * mp.cos(t) + g[i, 1] * mp.sin(t) for i in range(n)]

    def x(t):
        y = samples(t)
        length = mp.sqrt(sum(v * v for v in y) / n)
        return [v / length for v in y]

    for i in range(n):
        t = mp.atan2(-g[i, 0], g[i, 1])
        kinks += [t % (2 * mp.pi), (t + mp.pi) % (2 * mp.pi)]
    kinks = sorted(kinks)
    cuts = [k for i, k in enumerate(kinks) if i == 0 or k - kinks[i - 1] > mp.mpf(10) ** -20]
    out = {}
    for label, phi in functions.items():
        v = mp.zeros(n)
        for i in range(n):
            for j in range(i + 1):
                v[i, j] = v[j, i] = mp.quad(lambda t: phi(x(t)[i]) * phi(x(t)[j]), cuts) / (2 * mp.pi)
        out[label] = rows(v)
    return {"name": name, "sigma": doubles(f * f.T), "values": out}


def sphere_case(name, f, functions, epsilon):
    """Rank 3 after centring."""
    n = f.rows
    g = (mp.eye(n) - mp.ones(n) / n) * f
    with mp.workdps(22):
        return sphere_values(name, f, g, n, functions, epsilon)


def legendre(count):
    nodes = []
    for k in range(1, count + 1):
        z = mp.cos(mp.pi * (k - mp.mpf(1) / 4) / (count + mp.mpf(1) / 2))
        for _ in range(8):
            p0, p1 = mp.mpf(1), z
            for m in range(2, count + 1):
                p0, p1 = p1, ((2 * m - 1) * z * p1 - (m - 1) * p0) / m
            slope = count * (z * p1 - p0) / (z * z - 1)
            z -= p1 / slope
        nodes.append((z, 2 / ((1 - z * z) * slope ** 2)))
    return nodes


def sphere_values(name, f, g, n, functions, epsilon):
    heights, around = legendre(56), 112
    # |g|: chi with 3 degrees of freedom, by the trapezoid rule in log |g|
    radii = [(None, mp.mpf(1))]
    if epsilon > 0:
        h = mp.mpf(1) / 8
        radii = []
        for k in range(-150, 25):
            r = mp.e ** (k * h)
            radii.append((r, h * r ** 3 * mp.e ** (-r * r / 2) * mp.sqrt(2 / mp.pi)))
        radii = [(r, w) for r, w in radii if w > mp.mpf(10) ** -22]
    sums = {label: mp.zeros(n) for label in functions}
    for z, wz in heights:
        for k in range(around):
            t = 2 * mp.pi * k / around
            s = mp.sqrt(1 - z * z)
            u = (s * mp.cos(t), s * mp.sin(t), z)
            y = [g[i, 0] * u[0] + g[i, 1] * u[1] + g[i, 2] * u[2] for i in range(n)]
            square = sum(v * v for v in y) / n
            for r, wr in radii:
                tau = mp.sqrt(square) if r is None else mp.sqrt(square + epsilon / (r * r))
                x = [v / tau for v in y]
                weight = wz * wr / (2 * around)
                for label, phi in functions.items():
                    p = [phi(v) for v in x]
                    m = sums[label]
                    for i in range(n):
                        for j in range(i + 1):
                            m[i, j] += weight * p[i] * p[j]
    for m in sums.values():
        for i in range(n):
            for j in range(i):
                m[j, i] = m[i, j]
    return {"name": name, "epsilon": epsilon, "sigma": doubles(f * f.T), "values": {label: rows(m, 14) for label, m in sums.items()}}


def main():
    relu = lambda x: x if x > 0 else mp.mpf(0)
    gelu = lambda x: x * mp.ncdf(x)
    circles = [
        circle_case("B = 3", integers(3, 2, 8), {"relu": relu, "tanh": mp.tanh}),
        circle_case("B = 5, rank 2", integers(5, 2, 9), {"relu": relu, "tanh": mp.tanh}),
    ]
    smooth = {"tanh": mp.tanh, "gelu": gelu}
    spheres = [
        sphere_case("B = 4", mp.matrix([[3, 1, 0], [-1, 2, 1], [0, -2, 2], [-1, 0, -3]]), smooth, 0),
        sphere_case("B = 5, rank 3", mp.matrix([[2, 1, 0], [-1, 2, 1], [0, -2, 2], [-1, 0, -3], [1, 1, 1]]), smooth, 0),
    ]
    eps = [sphere_case("B = 4, epsilon 1/2", mp.matrix([[1, 0, 0], [-1, 1, 0], [0, -1, 1], [0, 0, -1]]), {"tanh": mp.tanh}, 0.5)]
    out = {"laplace": laplace_cases(), "circle": circles, "sphere": spheres + eps}
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "covariance.json"), "w") as file:
        json.dump(out, file, indent=1)
        file.write("\n")


if __name__ == "__main__":
    main()
