"""Reference values for test/symbolic/exact. Run: python3 generate_exact.py

rates: coefficients of the explosion rate of ReLU (a = 1) and squared ReLU (a = 2) in 1/B, as numerator and denominator polynomials in
pi (whole coefficients, lowest power first): truncated power series in u = 1/B over Q(pi), from the closed forms with arcsin, by SymPy.
gammaRatios: Gamma(B/2+a)/Gamma(B/2+b) = (B/2)^(a-b) sum_n binomial(a-b, n) N_n (B/2)^-n with N_n the generalised Bernoulli
polynomial of order a-b+1 at a (Tricomi and Erdelyi), from its generating function: not Stirling's series. Fractions as text.
values: 40 digits by mpmath at 60: J_alpha(-1/(B-1)) and the rate for symbolic and half-integer alpha, J from its 2F1 form.
"""
import json
import os

import mpmath as mp
import sympy as sp

u, p, t = sp.symbols("u p t")


def truncate(expression, order):
    poly = sp.Poly(sp.expand(expression), u)
    return sum(sp.cancel(c) * u ** k[0] for k, c in poly.terms() if k[0] < order)


def coefficient(poly, k):
    return sp.Poly(poly, u).coeff_monomial(u ** k)


def quotient(top, bottom, order):
    b0 = coefficient(bottom, 0)
    result = []
    for k in range(order):
        rest = coefficient(top, k) - sum(coefficient(bottom, j) * result[k - j] for j in range(1, k + 1))
        result.append(sp.cancel(rest / b0))
    return sum(c * u ** k for k, c in enumerate(result))


def rate(a, order):
    n = order + 1
    rho = truncate(sp.series(-u / (1 - u), u, 0, n + 1).removeO(), n)
    x = sp.symbols("x")
    arcsine = sp.series(sp.asin(x), x, 0, n + 1).removeO()
    root = sp.series(sp.sqrt(1 - x ** 2), x, 0, n + 1).removeO()
    arcsine, root = (truncate(f.subs(x, rho), n) for f in (arcsine, root))
    angle = p / 2 + arcsine  # pi - arccos(rho)
    kernels = [
        angle / p,
        (root + angle * rho) / p,
        (3 * rho * root + (1 + 2 * rho ** 2) * angle) / (3 * p),
    ]
    kernel = truncate(kernels[a], n)
    slope = truncate(sp.Rational(a * a, 2 * a - 1) * kernels[a - 1], n)
    at_one = sp.Rational(a * a, 2 * a - 1)
    difference = truncate(1 - kernel, n)
    # with B = 1/u: (1-3u+2au)/(1-3u) (S + R u/(1-u)) - a^2 u/(1-3u)
    weight = quotient(u, 1 - u, n)
    inner = quotient(truncate(at_one + slope * weight, n), difference, n)
    total = quotient(truncate((1 - 3 * u + 2 * a * u) * inner - a * a * u, n), 1 - 3 * u, n)
    coefficients = []
    for k in range(order):
        top, bottom = sp.fraction(sp.cancel(coefficient(total, k)))
        lists = [[int(c) for c in reversed(sp.Poly(q, p).all_coeffs())] for q in (top, bottom)]
        coefficients.append({"numerator": lists[0], "denominator": lists[1]})
    return {"a": a, "coefficients": coefficients}


def gamma_ratio(a, b, order):
    a, b = sp.Rational(a), sp.Rational(b)
    sigma = a - b + 1
    n = order + 1
    # t/(e^t - 1) and its power sigma by the recurrence for powers of a power series
    base = [1 / sp.factorial(k + 1) for k in range(n)]
    inverse = [sp.Integer(1)]
    for k in range(1, n):
        inverse.append(sum((j * (-sigma + 1) - k) * base[j] * inverse[k - j] for j in range(1, k + 1)) / k)
    exponential = [a ** k / sp.factorial(k) for k in range(n)]
    coefficients = []
    for k in range(order):
        norlund = sp.factorial(k) * sum(inverse[j] * exponential[k - j] for j in range(k + 1))
        coefficients.append(str(sp.binomial(a - b, k) * norlund))
    return {"a": str(a), "b": str(b), "coefficients": coefficients}


def kernel(alpha, c):
    half = mp.mpf(1) / 2
    z = c * c
    m0 = 2 ** (alpha / 2 - 1) * mp.gamma((alpha + 1) / 2) / mp.sqrt(mp.pi)
    m1 = 2 ** ((alpha + 1) / 2 - 1) * mp.gamma((alpha + 2) / 2) / mp.sqrt(mp.pi)
    at_one = 2 ** (alpha - 1) * mp.gamma(alpha + half) / mp.sqrt(mp.pi)
    even = mp.hyp2f1(-alpha / 2, -alpha / 2, half, z)
    odd = mp.hyp2f1((1 - alpha) / 2, (1 - alpha) / 2, 3 * half, z)
    return (m0 ** 2 * even + c * m1 ** 2 * odd) / at_one


def rate_value(a, B):
    rho = -1 / (B - 1)
    difference = 1 - kernel(a, rho)
    slope = a * a / (2 * a - 1)
    S, R = slope / difference, slope * kernel(a - 1, rho) / difference
    return (B - 3 + 2 * a) * (S + R / (B - 1)) / (B - 3) - a * a / (B - 3)


def values():
    mp.mp.dps = 60
    rows = []
    for text in ("3/4", "3/2", "7/3", "5/2"):
        alpha = mp.mpf(sp.Rational(text).p) / sp.Rational(text).q
        for B in (1000, 1000000):
            rows.append({
                "alpha": text,
                "B": B,
                "kernel": mp.nstr(kernel(alpha, -1 / (mp.mpf(B) - 1)), 40),
                "rate": mp.nstr(rate_value(alpha, mp.mpf(B)), 40),
            })
    return rows


ratios = [("0", "-1/2"), ("1/2", "0"), ("3/4", "-1/4"), ("5/2", "1/3"), ("0", "3"), ("7/6", "7/6")]
document = {
    "rates": [rate(1, 7), rate(2, 5)],
    "gammaRatios": [gamma_ratio(a, b, 6) for a, b in ratios],
    "values": values(),
}
path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "exact.json")
with open(path, "w") as file:
    json.dump(document, file)
    file.write("\n")
