"""Golden values of formulas, from the SymPy source that Theoria writes for them. Run: python3 generate_formulas.py

write_formulas.mjs lists the formulas of test/symbolic/format/formulas.ts: their JSON, their SymPy source and points (doubles, taken
exactly). Each source is read by Python after `from sympy import *` with its symbols declared, and evaluated at each point with 40
digits: by evalf, at 40 and at 55 digits, which must agree to 38; where evalf leaves an integral or a sum standing, by mpmath's quadrature, at two
precisions that must agree to 20.
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
    symbols = {own: sympy.Symbol(name) for own, name in entry["names"].items()}
    scope.update({symbol.name: symbol for symbol in symbols.values()})
    return sympy.sympify(eval(entry["sympy"], scope)), symbols


def by_evalf(expression, point, digits):
    # exact substitution, then numbers: evalf(subs=...) compares inexactly at the kinks of Piecewise
    value = expression.subs(point).evalf(digits)
    return value if value.is_number and value.is_real and not value.has(sympy.Integral, sympy.Sum) else None


def by_mpmath(expression, point, digits):
    with mpmath.workdps(digits):
        names = list(point)
        function = sympy.lambdify(names, expression, modules="mpmath")
        value = function(*[mpmath.mpf(point[name].p) / point[name].q for name in names])
        return sympy.Float(mpmath.re(value), digits)


def agree(first, second, digits):
    difference = abs(sympy.Float(first, 60) - sympy.Float(second, 60))
    assert difference <= sympy.Float(10) ** -digits * max(1, abs(first)), (first, second)


def value_at(expression, symbols, values):
    point = {symbols[name]: sympy.Rational(value) for name, value in values.items()}
    value = by_evalf(expression, point, 40)
    if value is not None:
        agree(value, by_evalf(expression, point, 55), 38)
        return mpmath.nstr(mpmath.mpf(str(value)), 36)
    value = by_mpmath(expression, point, 25)
    agree(value, by_mpmath(expression, point, 32), 20)
    return mpmath.nstr(mpmath.mpf(str(value)), 20)


def main():
    listed = subprocess.run(["node", os.path.join(HERE, "write_formulas.mjs")], check=True, capture_output=True, text=True)
    formulas = json.loads(listed.stdout)
    with mpmath.workdps(60):
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
