"""Writes elementwise.json: x, f(x) rounded to a double, and what the rounding lost, for the functions of assembly/elementwise.

Run: python3 generate_elementwise.py > elementwise.json (mpmath, 400 digits, seeded).
"""
import json
import random
import mpmath
from mpmath import mpf

mpmath.mp.dps = 400
random.seed(20)
m = mpmath
real = random.uniform


def tiny():
    return random.choice([-1, 1]) * 10 ** real(-12, 0)


def mixed(low, high):
    """Over the whole range, near the origin, and tiny."""
    return [lambda: real(low, high), lambda: real(max(low, -3), min(high, 3)), lambda: max(low, min(high, tiny()))]


functions = {
    "exp": (m.exp, mixed(-700, 700)),
    "expm1": (m.expm1, mixed(-40, 700)),
    "log": (m.log, [lambda: 10 ** real(-300, 300), lambda: real(0.5, 2), lambda: 1 + tiny() / 4]),
    "log1p": (lambda x: m.log(1 + x), [lambda: 10 ** real(0, 300), lambda: real(-0.9999, 3), lambda: tiny() / 4]),
    "sin": (m.sin, mixed(-1e5, 1e5) + [lambda: random.randrange(1, 60000) * 1.5707963267948966, lambda: 10 ** real(5, 300)]),
    "cos": (m.cos, mixed(-1e5, 1e5) + [lambda: random.randrange(1, 60000) * 1.5707963267948966, lambda: 10 ** real(5, 300)]),
    "tan": (m.tan, mixed(-1e5, 1e5) + [lambda: 10 ** real(5, 300)]),
    "asin": (m.asin, mixed(-1, 1)),
    "acos": (m.acos, mixed(-1, 1)),
    "atan": (m.atan, mixed(-50, 50)),
    "sinh": (m.sinh, mixed(-710, 710)),
    "cosh": (m.cosh, mixed(-710, 710)),
    "tanh": (m.tanh, mixed(-20, 20)),
    "asinh": (m.asinh, mixed(-50, 50) + [lambda: 10 ** real(0, 300)]),
    "acosh": (m.acosh, [lambda: 1 + abs(tiny()), lambda: real(1, 50), lambda: 10 ** real(0, 300)]),
    "atanh": (m.atanh, mixed(-1, 1)),
    "erf": (m.erf, mixed(-6.5, 6.5)),
    "erfc": (m.erfc, mixed(-6, 26.5)),
    "sigmoid": (lambda x: 1 / (1 + m.exp(-x)), mixed(-705, 40)),
    "softplus": (lambda x: m.log(1 + m.exp(x)), mixed(-705, 700)),
    "cubeRoot": (lambda x: m.sign(x) * m.cbrt(abs(x)), mixed(-1000, 1000)),
}
powers = {y: [lambda: 10 ** real(-300 / max(1, abs(y)), 300 / max(1, abs(y))), lambda: real(0.01, 3)] for y in (1.7, -0.3, 7.77, 100.1)}


def rows(f, draws, count):
    result = []
    while len(result) < count:
        x = draws[len(result) % len(draws)]()
        exact = f(mpf(x))
        rounded = float(exact)
        result.append([x, rounded, float(exact - mpf(rounded))])
    return result


def power_rows(y, draws):
    return rows(lambda x: x ** mpf(y), draws, 60)


print(json.dumps({"functions": {name: rows(f, draws, 90) for name, (f, draws) in functions.items()},
                  "powers": {str(y): power_rows(y, draws) for y, draws in powers.items()}}, separators=(",", ":")))
