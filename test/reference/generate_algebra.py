"""Reference values for test/symbolic/algebra, from SymPy. Run: python3 generate_algebra.py

A polynomial is a list of [exponents, coefficient] in the variables B, u, v; an expression is a nested list [head, ...] with
symbols as text and whole numbers as {"integer": text}. Canonical forms come from cancel(), brought to whole coefficients
without a common divisor and a denominator with positive leading coefficient (lexicographic, B > u > v). Series at infinity are
Taylor coefficients at t = 0 of t^power f(1/t), taken by differentiation. Random numbers come from a fixed seed.
"""
import json
import math
import os
import random
import sys

import sympy as sp

B, u, v, t = sp.symbols("B u v t")
gens = (B, u, v)
rng = random.Random(20240607)


def poly(expression):
    return sp.Poly(expression, *gens, domain="ZZ")


def terms(p):
    return [[list(exponents), str(coefficient)] for exponents, coefficient in p.terms() if coefficient != 0]


def canonical(expression):
    top, bottom = (sp.Poly(part, *gens, domain="QQ") for part in sp.fraction(sp.cancel(sp.together(expression))))
    scale = math.lcm(*(int(c.q) for p in (top, bottom) for c in p.coeffs()))
    top, bottom = (poly((p * scale).as_expr()) for p in (top, bottom))
    divisor = math.gcd(*(int(c) for p in (top, bottom) for c in p.coeffs()))
    if bottom.LC() < 0:
        divisor = -divisor
    top, bottom = (poly(sum(c // divisor * sp.prod(g ** e for g, e in zip(gens, es)) for es, c in p.terms())) for p in (top, bottom))
    return {"numerator": terms(top), "denominator": terms(bottom)}


def random_poly(count, degree, size, names=gens):
    total = sp.Integer(0)
    for _ in range(count):
        total += rng.randint(-size, size) * sp.prod(g ** rng.randint(0, degree) for g in names)
    return total


def nonzero_poly(*arguments):
    while True:
        p = sp.expand(random_poly(*arguments))
        if p != 0:
            return p


def gcd_cases():
    cases = []
    shapes = [(gens[:1], 3, 3), (gens[:1], 6, 8), (gens[:2], 3, 2), (gens[:2], 6, 4), (gens, 3, 2), (gens, 8, 3), (gens[1:], 4, 3)]
    for names, count, degree in shapes:
        for size in (5, 1000, 10 ** 20):
            f, g, h = (nonzero_poly(count, degree, size, names) for _ in range(3))
            cases.append((sp.expand(f * h), sp.expand(g * h)))
            cases.append((sp.expand(f * h ** 2), sp.expand(g * h * f)))
            cases.append((sp.expand(6 * f), sp.expand(-4 * g)))
    # Unshared variables, contents, monomials, zero, constants, equal polynomials.
    cases += [
        (sp.expand((B + u) * (v + 1) * 6), sp.expand((B + u) * 15)),
        (sp.expand((B ** 2 - u ** 2) * (u - 1)), sp.expand((B - u) * (v ** 3 - 1))),
        (sp.expand(B ** 3 * u * (B - 1)), sp.expand(B * u ** 4 * (B - 1) ** 2)),
        (sp.Integer(0), -2 * B - 2),
        (sp.Integer(0), sp.Integer(0)),
        (sp.Integer(12), sp.expand(18 * B * u - 30)),
        (sp.expand(-(B + u) ** 3), sp.expand((B + u) ** 3)),
        (B ** 30 - 1, B ** 42 - 1),
        (sp.expand((B * u * v - 1) ** 4 * (B + 1)), sp.expand((B * u * v - 1) ** 3 * (B + 2))),
        (sp.expand((67108859 * B + u) * (B - 1)), sp.expand((67108859 * B + u) * (67108859 * B - u))),
    ]
    return [{"p": terms(poly(p)), "q": terms(poly(q)), "gcd": terms(positive(sp.gcd(poly(p), poly(q))))} for p, q in cases]


def positive(p):
    return -p if p.LC() < 0 else p


def expansion_cases():
    powers = [(B + u + v, 20), (B - 2 * u + 3, 7), (B ** 2 - B + 1, 9), (3 * B - 5 * u, 12), (2 * B * u ** 3, 5), (B + u + v + 1, 6), (1 - B * u, 1)]
    return [{"base": terms(poly(base)), "power": n, "expansion": terms(poly(sp.expand(base ** n)))} for base, n in powers]


def node(head, a, b):
    return [head, a, b]


def random_tree(depth):
    """An expression and its encoding; divisions by zero are avoided by the caller."""
    if depth == 0:
        if rng.random() < 0.6:
            name = rng.choice(gens)
            return name, str(name)
        value = rng.randint(-6, 6)
        return sp.Integer(value), {"integer": str(value)}
    kind = rng.choice(["Add", "Add", "Subtract", "Multiply", "Divide", "Divide", "Power", "Negate"])
    a, left = random_tree(depth - 1)
    if kind == "Negate":
        return -a, ["Negate", left]
    if kind == "Power":
        n = rng.choice([-2, -1, 0, 2, 3]) if sp.cancel(a) != 0 else rng.choice([0, 2, 3])
        return a ** n, node("Power", left, {"integer": str(n)})
    b, right = random_tree(depth - 1)
    if kind == "Divide":
        while sp.cancel(sp.together(b)) == 0:
            b, right = random_tree(depth - 1)
        return a / b, node("Divide", left, right)
    value = {"Add": a + b, "Subtract": a - b, "Multiply": a * b}[kind]
    return value, node(kind, left, right)


def canonical_cases():
    cases = []
    for depth, count in ((1, 10), (2, 20), (3, 40), (4, 40)):
        for _ in range(count):
            expression, tree = random_tree(depth)
            cases.append({"tree": tree, **canonical(expression)})
    return cases


def factor_cases():
    products = [
        (B - 1) ** 2 * (B + 1) * (5 * B - 2),
        -6 * B ** 3 * (B - 3) * (B ** 2 + B + 1) ** 2,
        (B + 2 * u - 3) * (B + 2 * u - 1) ** 2 * (B - 3) * (2 * u - 1),
        (B - u) * (B + u) * (B * u - 1),
        (B ** 2 + 1) * (u + v) ** 3 * (2 * B + 3 * u - 5 * v + 7),
        (B - 1) * (B - 2) * (B - 3) * (B - 4) * (B - 5) * (B - 6) * (B - 7) * (B - 8),
        (10 ** 12 * B - 7) * (B + 10 ** 15) * (B ** 2 - 2),
        (u + v) * (u - v) * (u + 2 * v) * (u - 2 * v) * (u + 1),
        (B + u) * (B + 2 * u) * (B + u + 1) * (B + 2 * u + 1),
        (29 * B - 1) * (B - 29) * (B + 29 * 31),
        sp.Integer(-12),
        3 * B,
    ]
    for _ in range(12):
        products.append(sp.prod(nonzero_poly(2, 1, 4) ** rng.randint(1, 2) for _ in range(3)))
    cases = []
    for product in products:
        p = poly(sp.expand(product))
        if p.is_zero:
            continue
        content, factors = sp.factor_list(p)
        cases.append({"p": terms(p), "factors": [{"factor": terms(positive(f)), "multiplicity": m} for f, m in factors]})
    return cases


def series_cases():
    functions = [
        ((B - 2) / (B - 3), 8),
        (1 / (B - 1), 6),
        ((B ** 3 + u) / (B - u), 7),
        ((u * B + 1) / ((v * B - 2) * (B + 1)), 5),
        ((2 * B ** 2 - B + 7) / (3 * B ** 5 - 1), 9),
        (B ** 2 + u, 5),
        (u / (v + 1), 3),
        ((B ** 2 + u) / ((B - 3) * (u * B - 1)), 4),
    ]
    cases = []
    for f, count in functions:
        top, bottom = (sp.Poly(part, B) for part in sp.fraction(sp.cancel(f)))
        leading = top.degree() - bottom.degree()
        g = sp.cancel(sp.together(f.subs(B, 1 / t) * t ** leading))
        coefficients = []
        for k in range(count):
            coefficients.append(canonical(sp.cancel(sp.diff(g, t, k).subs(t, 0) / math.factorial(k))))
        cases.append({"function": canonical(f), "terms": count, "leadingPower": leading, "coefficients": coefficients})
    return cases


def main():
    data = {
        "generator": "test/reference/generate_algebra.py",
        "tool": f"SymPy {sp.__version__}, Python {sys.version.split()[0]}",
        "variables": ["B", "u", "v"],
        "gcd": gcd_cases(),
        "expansions": expansion_cases(),
        "canonical": canonical_cases(),
        "factors": factor_cases(),
        "series": series_cases(),
    }
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "algebra.json")
    with open(path, "w") as file:
        json.dump(data, file, separators=(",", ":"))
        file.write("\n")


if __name__ == "__main__":
    main()
