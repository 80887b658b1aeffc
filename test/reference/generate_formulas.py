"""Golden values of formulas, from the SymPy source that Theoria writes for them. Run: python3 generate_formulas.py

write_formulas.mjs lists the formulas of test/symbolic/format/formulas.ts: their JSON, their SymPy source and points (doubles, taken
exactly). Each source is read by Python after `from sympy import *` and their declaration. SymPy writes it for mpmath, which evaluates it
with 80 and with 100 digits; the two must agree to 38 digits (integrals: 25, 32 and 20). Sums and Heaviside, which mpmath has
not, and binomials, which SymPy writes for it with poles, are evaluated by SymPy's evalf.
"""
import json
import os
import subprocess
import sys

import mpmath
import sympy

HERE = os.path.dirname(os.path.abspath(__file__))


def read(entry):
    scope = {}
    exec("from sympy import *", scope)
    exec(entry["declaration"], scope)
    return sympy.sympify(eval(entry["sympy"], scope)), {own: scope[name] for own, name in entry["names"].items()}


def by_evalf(expression, point, digits):
    return expression.subs(point).evalf(digits)


def by_mpmath(expression, point, digits):
    with mpmath.workdps(digits):
        function = sympy.lambdify(list(point), expression, modules="mpmath")
        value = mpmath.mpmathify(function(*[mpmath.mpf(value.p) / value.q for value in point.values()]))
        assert abs(mpmath.im(value)) <= mpmath.mpf(10) ** (10 - digits) * abs(value), value
        return sympy.Float(mpmath.re(value), digits)


def agreed(method, expression, point, low, high, digits):
    first, second = [method(expression, point, precision) for precision in (low, high)]
    assert abs(first - second) <= sympy.Float(10, 110) ** -digits * abs(second), (expression, point, first, second)
    return mpmath.nstr(mpmath.mpf(str(second)), digits)


def value_at(expression, symbols, values):
    point = {symbols[name]: sympy.Rational(value) for name, value in values.items()}
    if expression.has(sympy.Integral):
        return agreed(by_mpmath, expression, point, 25, 32, 20)
    method = by_evalf if expression.has(sympy.Sum, sympy.Heaviside, sympy.binomial) else by_mpmath
    return agreed(method, expression, point, 80, 100, 38)


def main():
    listed = subprocess.run(["node", os.path.join(HERE, "write_formulas.mjs")], check=True, capture_output=True, text=True)
    formulas = json.loads(listed.stdout)
    with mpmath.workdps(100):
        for entry in formulas:
            expression, symbols = read(entry)
            entry["values"] = [value_at(expression, symbols, values) for values in entry["points"]]
            print(entry["name"], flush=True)
    out = {
        "generator": "test/reference/generate_formulas.py",
        "tools": f"SymPy {sympy.__version__}, mpmath {mpmath.__version__}, Python {sys.version.split()[0]}",
        "formulas": formulas,
    }
    with open(os.path.join(HERE, "formulas.json"), "w") as file:
        json.dump(out, file, indent=1)
        file.write("\n")


main()
