"""Writes coefficients.ts: polynomials through the Chebyshev nodes (within a factor 2 of the best ones), in 60 digits.

Run: python3 generate_coefficients.py > coefficients.ts, then format it with Biome. Prints to stderr the largest error of each, relative to the
function that it serves and before rounding; all stay below 2^-54.
"""
import sys
from mpmath import mp, mpf, exp, log, sin, cos, erf, erfc, pi, sqrt, atanh, matrix, lu_solve, taylor, polyval

mp.dps = 60


def interpolate(f, low, high, degree):
    """Coefficients, constant first, of the polynomial through the Chebyshev nodes of [low, high]."""
    middle, half = (low + high) / 2, (high - low) / 2
    nodes = [middle + half * cos(pi * (2 * i + 1) / (2 * degree + 2)) for i in range(degree + 1)]
    rows = matrix([[t**k for k in range(degree + 1)] for t in nodes])
    return list(lu_solve(rows, matrix([f(t) for t in nodes])))


def even_power(f, f0, z):
    """f at a root of z, or its limit."""
    return f(sqrt(z)) if z > mpf(10) ** -12 else f0(z)


def value(coefficients, t):
    return polyval(coefficients[::-1], t)


def report(name, error):
    print(f"{name:12s} 2^{float(log(error, 2)):.1f}", file=sys.stderr)
    assert error < mpf(2) ** -54, name


def points(low, high, count=400):
    return [low + (high - low) * (i + mpf(1) / 3) / count for i in range(count)]


def show(name, note, coefficients):
    print(f"/** {note} */")
    for k, c in enumerate(coefficients):
        print(f"export const {name}{k}: f64 = {float(c)!r};")


def exponential():
    q = lambda r: (exp(r) - 1 - r) / r**2
    high = log(2) / 2 * mpf("1.0001")
    c = interpolate(q, -high, high, 9)
    report("exp", max(abs((1 + r + r * r * value(c, r)) / exp(r) - 1) for r in points(-high, high)))
    show("exponential", "(e^r - 1 - r)/r^2 for |r| <= log(2)/2.", c)


def area_tangent(name, note, high, degree):
    f = lambda s: (2 * atanh(s) - 2 * s) / s**3
    g = lambda z: even_power(f, lambda z: mpf(2) / 3 + 2 * z / 5, z)
    c = interpolate(g, mpf(0), high**2, degree)
    report(name, max(abs((2 + z * value(c, z)) * sqrt(z) / (2 * atanh(sqrt(z))) - 1) for z in points(mpf(0), high**2)))
    show(name, note, c)


def circular():
    high = (pi / 4 * mpf("1.0001")) ** 2
    s = interpolate(lambda z: even_power(lambda r: (sin(r) - r) / r**3, lambda z: -mpf(1) / 6 + z / 120, z), mpf(0), high, 5)
    c = interpolate(lambda z: even_power(lambda r: (cos(r) - 1 + r * r / 2) / r**4, lambda z: mpf(1) / 24 - z / 720, z), mpf(0), high, 5)
    report("sin", max(abs((1 + z * value(s, z)) * sqrt(z) / sin(sqrt(z)) - 1) for z in points(mpf(0), high)))
    report("cos", max(abs((1 - z / 2 + z * z * value(c, z)) / cos(sqrt(z)) - 1) for z in points(mpf(0), high)))
    show("sine", "(sin r - r)/r^3 in r^2, |r| <= pi/4.", s)
    show("cosine", "(cos r - 1 + r^2/2)/r^4 in r^2, |r| <= pi/4.", c)


def split(name, number, bits, parts):
    """number as a sum of doubles, all but the last with at most `bits` bits."""
    rest = number
    for part in range(parts):
        if part == parts - 1:
            chunk = mpf(float(rest))
        else:
            scale = mpf(2) ** (bits - 1 - int(mp.floor(log(abs(rest), 2))))
            chunk = mp.floor(rest * scale) / scale
        print(f"export const {name}{part}: f64 = {float(chunk)!r};")
        rest -= chunk


def table(name, note, f, octaves, last, degree):
    """Polynomials in t = v - c, v = 1 + a, on 16 intervals an octave of v; c is the middle of the interval."""
    rows, worst = [], mpf(0)
    for octave in range(octaves):
        for j in range(16):
            low = mpf(2) ** octave * (1 + mpf(j) / 16)
            if low >= last:
                break
            half = mpf(2) ** octave / 32
            c = low + half
            g = lambda t: f(c + t - 1)
            row = interpolate(g, -half, half, degree)
            worst = max(worst, max(abs(value(row, t) / g(t) - 1) for t in points(-half, half, 24)))
            rows.append(row)
    report(name, worst)
    print(f"/** {note}")
    print(f" * {degree + 1} coefficients in v - c, v = 1 + a, for each of 16 intervals an octave of v, c the middle. */")
    print("// biome-ignore format: one row an interval")
    print(f"export const {name}: usize = memory.data<f64>([")
    for row in rows:
        print("  " + ", ".join(repr(float(c)) for c in row) + ",")
    print("]);")


def erf_quotient(a):
    if abs(a) > mpf(10) ** -20:
        return erf(a) / a
    return 2 / sqrt(pi) * (1 - a * a / 3)


print("// Written by generate_coefficients.py.")
print("/** log 2 in two parts: a whole number below 2^11 times the first is exact. */")
split("logOfTwo", log(2), 40, 2)
print("/** pi/2 in three parts: a whole number below 2^20 times the first or the second is exact. */")
split("halfPi", pi / 2, 33, 3)
exponential()
area_tangent("logarithm", "(2 artanh s - 2 s)/s^3 in s^2, s <= 3 - 2 sqrt 2 (arguments from 1/sqrt 2 to sqrt 2).", (3 - 2 * sqrt(mpf(2))) * mpf("1.0001"), 6)
area_tangent("areaTangent", "(2 artanh s - 2 s)/s^3 in s^2, s <= 1/3.", mpf(1) / 3 * mpf("1.0001"), 9)
circular()
table("errorQuotients", "erf(a)/a, 0 <= a <= 6.", erf_quotient, 3, mpf(7) + mpf(1) / 100, 9)
table("scaledComplements", "exp(a^2) erfc(a), 0 <= a < 28.", lambda a: exp(a * a) * erfc(a), 5, mpf(29), 9)
