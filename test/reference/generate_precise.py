"""Reference values for test/symbolic/precise. Run: python3 generate_precise.py

A case is [expression, value]: expressions are nested lists [head, argument, ...] with exact fractions as strings, values have 80 digits
from mpmath at 130 digits (more where a form cancels). Forms that src does not use: the arc-cosine kernel from its even and odd
series in c^2, Gegenbauer polynomials from their explicit sum, polygamma from the Hurwitz zeta function, incomplete-gamma erfc, elliptic
integrals from their 2F1.
"""
import json
import os
from fractions import Fraction

import mpmath as mp

mp.mp.dps = 130


def text(x):
    return mp.nstr(x, 80, strip_zeros=False, min_fixed=-3, max_fixed=3)


def case(expression, value):
    """Values far from 1 are given as multiples of a power of ten that the expression is divided by."""
    power = int(mp.floor(mp.log10(abs(value)))) if value != 0 else 0
    if abs(power) < 5000:
        return [expression, text(value)]
    return [["Divide", expression, ["Power", "10", str(power)]], text(value / mp.mpf(10) ** power)]


def real(t):
    q = Fraction(t)
    return mp.mpf(q.numerator) / q.denominator


def elementary():
    cases = []
    functions = {
        "Exp": mp.exp,
        "Expm1": mp.expm1,
        "Log": mp.log,
        "Log1p": lambda x: mp.log(1 + x),
        "Log2": lambda x: mp.log(x) / mp.log(2),
        "Log10": lambda x: mp.log(x) / mp.log(10),
        "Sqrt": mp.sqrt,
        "Cbrt": lambda x: mp.sign(x) * mp.exp(mp.log(abs(x)) / 3),
        "Sin": mp.sin,
        "Cos": mp.cos,
        "Tan": mp.tan,
        "Asin": mp.asin,
        "Acos": mp.acos,
        "Atan": mp.atan,
        "Sinh": mp.sinh,
        "Cosh": mp.cosh,
        "Tanh": mp.tanh,
        "Sech": mp.sech,
        "Asinh": mp.asinh,
        "Acosh": mp.acosh,
        "Atanh": mp.atanh,
        "Erf": mp.erf,
        "Erfc": lambda x: mp.gammainc(mp.mpf(1) / 2, x * x) / mp.sqrt(mp.pi) if x > 0 else mp.erfc(x),
        "Sigmoid": lambda x: 1 / (1 + mp.exp(-x)),
        "Softplus": lambda x: mp.log1p(mp.exp(x)),
    }
    tiny, huge = "1/" + "1" + "0" * 40, "1" + "0" * 30
    anywhere = ["1/3", "-7/5", "25/2", "-97/3", tiny, "-1/1" + "0" * 12]
    positive = ["1/3", "7/5", "99999999999/100000000000", "1" + "0" * 12 + "1/1" + "0" * 12, huge, tiny]
    unit = ["1/3", "-63/64", "99999999999/100000000000", "-1/63", tiny]
    arguments = {
        "Log": positive,
        "Log2": positive,
        "Log10": positive,
        "Sqrt": positive,
        "Acosh": ["7/5", "100000000001/100000000000", huge],
        "Asin": unit,
        "Acos": unit,
        "Atanh": unit,
        "Log1p": ["1/3", "-63/64", tiny, "-1/1" + "0" * 12, huge],
        "Sin": anywhere + [huge, "355/113"],
        "Cos": anywhere + [huge, "355/226"],
        "Atan": anywhere + [huge],
        "Cbrt": anywhere + [huge],
        "Asinh": anywhere + [huge],
        "Exp": anywhere + ["-123456", "1000000"],
        "Sigmoid": anywhere + ["-123456"],
        "Softplus": anywhere + ["-123456"],
    }
    for head, f in functions.items():
        for t in arguments.get(head, anywhere):
            with mp.workdps(330):
                cases.append(case([head, t], f(real(t))))
    for base, exponent in (("2", "1/3"), ("7/3", "-5/2"), ("1/1000", "100001/7"), ("63/64", "1000003"), ("-3/2", "-17"), ("10", "-1/3")):
        with mp.workdps(200):
            power = mp.power(real(base), int(exponent)) if "/" not in exponent else mp.power(real(base), real(exponent))
            cases.append(case(["Power", base, exponent], power))
    cases.append([["Subtract", ["Sqrt", "1" + "0" * 40 + "1"], "1" + "0" * 20], text(mp.sqrt(mp.mpf(10) ** 41 + 1) - mp.mpf(10) ** 20)])
    cases.append([["Sin", ["Multiply", ["Pi"], "1" + "0" * 20 + "1/1" + "0" * 20]], text(mp.sin(mp.pi / mp.mpf(10) ** 20))])
    return cases


def gammas():
    cases = []
    for t in ("1/3", "-7/3", "1/2", "63/2", "-5/2", "999999/2", "1000000", "-1999/2", "1/1000000000000", "-99999999/100000000", "13/10", "100001/10", "511/2", "513/2", "515/2", "257"):
        cases.append(case(["Gamma", t], mp.gamma(real(t))))
    for t in ("5", "1/2", "-7/3", "300", "1000003"):
        cases.append(case(["Factorial", t], mp.gamma(real(t) + 1)))
    for n, k in (("7", "3"), ("7", "5"), ("1/2", "5"), ("-3", "4"), ("1000000", "999997"), ("100000", "50000"), ("7/2", "3/2"), ("-1/3", "2/7"), ("3000", "5/2")):
        cases.append(case(["Binomial", n, k], mp.binomial(real(n), real(k))))
    for a, b in (("1/2", "1/2"), ("31", "1/2"), ("-1/3", "7/5"), ("499999/2", "1/2")):
        cases.append([["Beta", a, b], text(mp.gammaprod([real(a), real(b)], [real(a) + real(b)]))])
    for a, k in (("1/2", "10"), ("63/2", "1/2"), ("500000", "1/2"), ("7/3", "-2"), ("-5/2", "3"), ("-4", "3"), ("1/3", "5000"), ("-10/3", "7/2"), ("1/2", "-5/4")):
        cases.append([["Pochhammer", a, k], text(mp.gammaprod([real(a) + real(k)], [real(a)]))])
    for m, t in ((0, "1/3"), (0, "1"), (0, "-7/3"), (0, "1000000"), (0, "3/2"), (1, "1/2"), (1, "31"), (1, "-1/3"), (2, "7/5"), (3, "-5/2"), (5, "1/1000"), (1, "10000000000"), (20, "3/2")):
        with mp.workdps(300):
            x = real(t)
            if m == 0:
                value = mp.digamma(x)
            else:
                # zeta(m+1, x) with the first terms apart for x < 0
                shift = max(0, int(mp.ceil(-x)) + 1)
                head = sum((x + j) ** (-m - 1) for j in range(shift))
                value = (-1) ** (m + 1) * mp.factorial(m) * (head + mp.zeta(m + 1, x + shift))
            cases.append([["Polygamma", str(m), t], text(value)])
    return cases


def hypergeometrics():
    cases = []
    points = (
        ("1/3", "1/2", "7/5", "1/3"),
        ("1/3", "1/2", "7/5", "-1/5"),
        ("1/3", "1/2", "7/5", "-5"),
        ("1/3", "1/2", "7/5", "-1000000"),
        ("1/3", "1/2", "7/5", "9/10"),
        ("1/3", "1/2", "7/5", "999999/1000000"),
        ("1/3", "1/2", "7/5", "1"),
        ("1/3", "5/2", "7/5", "99/100"),
        ("1/2", "1/2", "1", "99/100"),
        ("1/2", "1/2", "1", "999999999/1000000000"),
        ("1/2", "3/2", "5", "19/20"),
        ("3/2", "5/2", "2", "19/20"),
        ("1/2", "3/2", "7/2", "-30"),
        ("1/2", "1/2", "999999/2", "1/2"),
        ("1/2", "1/2", "63/2", "1/3969"),
        ("-7", "11/3", "1/2", "3/10"),
        ("-30", "31", "1/2", "1/2"),
        ("-3", "2", "-5", "2/3"),
        ("5/2", "4", "3/2", "9/10"),
        ("1/3", "1/4", "7/12", "95/100"),
        ("1/3", "1/4", "700000000001/1200000000000", "95/100"),
        ("31/2", "-63/2", "1/2", "1/3969"),
        ("100", "100", "1/2", "1/10"),
        ("-1/2", "-1/2", "1/2", "1/9"),
    )
    for a, b, c, z in points:
        with mp.workdps(260):
            args = [real(a), real(b), real(c), real(z)]
            if a == "-3" and c == "-5":
                value = sum(mp.rf(args[0], n) * mp.rf(args[1], n) / mp.rf(args[2], n) / mp.factorial(n) * args[3] ** n for n in range(4))
            else:
                value = mp.hyp2f1(*args)
            cases.append([["Hypergeometric", a, b, c, z], text(value)])
    return cases


def gegenbauer(k, lam, x):
    """Explicit sum, DLMF 18.5.10."""
    with mp.workdps(130 + 2 * k):
        l, t = real(lam), real(x)
        return sum((-1) ** j * mp.rf(l, k - j) / mp.factorial(j) / mp.factorial(k - 2 * j) * (2 * t) ** (k - 2 * j) for j in range(k // 2 + 1))


def gegenbauers():
    cases = []
    for batch in (4, 5, 8, 64, 542, 10**6):
        lam, c = f"{batch - 3}/2", f"-1/{batch - 1}"
        for k in (0, 1, 2, 7, 30):
            value = gegenbauer(k, lam, c)
            if value != 0:
                cases.append([["Gegenbauer", str(k), lam, c], text(value)])
    for k, lam, x in ((200, "1/2", "-1/3"), (200, "61/2", "99/100"), (5, "1/3", "7/2"), (12, "5/2", "1"), (13, "5/2", "-1"), (90, "1000003/2", "1/1000")):
        cases.append([["Gegenbauer", str(k), lam, x], text(gegenbauer(k, lam, x))])
    for k, lam, x in (("7/2", "1/3", "-1/3"), ("-1/2", "5/2", "1/7"), ("1/3", "2", "99/100"), ("5/2", "1/2", "-9/10")):
        with mp.workdps(260):
            cases.append([["Gegenbauer", k, lam, x], text(mp.gegenbauer(real(k), real(lam), real(x)))])
    return cases


def arccosine(alpha, c):
    with mp.workdps(130 + 800):
        a, t = real(alpha), real(c)
        half = mp.mpf(1) / 2
        u0 = mp.gamma((a + 1) / 2) ** 2 / (2 * mp.sqrt(mp.pi) * mp.gamma(a + half))
        u1 = mp.gamma(a / 2 + 1) ** 2 / (mp.sqrt(mp.pi) * mp.gamma(a + half))
        return u0 * mp.hyp2f1(-a / 2, -a / 2, half, t * t) + u1 * t * mp.hyp2f1((1 - a) / 2, (1 - a) / 2, 3 * half, t * t)


def kernels():
    cases = []
    for batch in (4, 5, 8, 64, 542, 10**4, 10**6):
        for alpha in ("1", "1/2", "5/2"):
            cases.append([["ArccosineKernel", alpha, f"-1/{batch - 1}"], text(arccosine(alpha, f"-1/{batch - 1}"))])
    for alpha in ("-499999/1000000", "-49/100", "0", "1/2", "500001/1000000", "1", "2", "73/10", "60"):
        for c in ("-999999/1000000", "-9/10", "0", "3/10", "99/100", "999999999/1000000000"):
            cases.append([["ArccosineKernel", alpha, c], text(arccosine(alpha, c))])
    return cases


def elliptics():
    cases = []
    for t in ("1/2", "-1/3", "99/100", "999999999/1000000000", "-1000000", "1/1000000000000", "3969/4096"):
        m = real(t)
        k = mp.pi / 2 * mp.hyp2f1(mp.mpf(1) / 2, mp.mpf(1) / 2, 1, m)
        e = mp.pi / 2 * mp.hyp2f1(-mp.mpf(1) / 2, mp.mpf(1) / 2, 1, m)
        cases += [[["EllipticK", t], text(k)], [["EllipticE", t], text(e)]]
    return cases


def binders():
    cases = [
        [["Sum", ["Divide", "1", ["Power", "k", "2"]], "k", "1", "200"], text(sum(mp.mpf(1) / k**2 for k in range(1, 201)))],
        [["Sum", ["Power", "-1/7", "k"], "k", "0", ["Infinity"]], text(mp.mpf(7) / 8)],
        [["Sum", ["Divide", ["Power", "2", "k"], ["Factorial", "k"]], "k", "0", ["Infinity"]], text(mp.exp(2))],
    ]
    one, x2 = "1", ["Power", "x", "2"]
    infinity = ["Infinity"]
    cases += [
        [["Integral", ["Exp", ["Negate", x2]], "x", ["Negate", infinity], infinity], text(mp.sqrt(mp.pi))],
        [["Integral", ["Divide", one, ["Sqrt", ["Subtract", one, x2]]], "x", "0", "1"], text(mp.pi / 2)],
        [["Integral", ["Multiply", ["Power", "x", "5/2"], ["Exp", ["Negate", "x"]]], "x", "0", infinity], text(mp.gamma(mp.mpf(7) / 2))],
        [["Integral", ["Divide", one, ["Add", one, x2]], "x", "1/3", "7/3"], text(mp.atan(mp.mpf(7) / 3) - mp.atan(mp.mpf(1) / 3))],
        [["Integral", ["Log", "x"], "x", "0", "1"], text(mp.mpf(-1))],
    ]
    return cases


def main():
    groups = {
        "elementary": elementary(),
        "gamma": gammas(),
        "hypergeometric": hypergeometrics(),
        "gegenbauer": gegenbauers(),
        "arccosineKernel": kernels(),
        "elliptic": elliptics(),
        "binders": binders(),
    }
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "precise.json")
    with open(path, "w", encoding="utf-8") as out:
        lines = [f'  "{name}": [\n' + ",\n".join("    " + json.dumps(case) for case in cases) + "\n  ]" for name, cases in groups.items()]
        out.write("{\n" + ",\n".join(lines) + "\n}\n")
    print({name: len(cases) for name, cases in groups.items()})


if __name__ == "__main__":
    main()
