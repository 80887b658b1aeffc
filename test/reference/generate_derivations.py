"""What SymPy makes of the SymPy text of derived formulas. Run after a build: python3 generate_derivations.py

For each pair: the text that `theoria derive <quantity> <activation> --format sympy` prints, and its value at some batch sizes,
evaluated by SymPy to 30 digits. The test compares the text with what is printed now and the values with every other way to them.
"""
import json
import os
import platform
import subprocess

import sympy

PAIRS = [
    ("rate", "relu"),
    ("rate", "x^2"),
    ("rate", "x + x^3"),
    ("rate", "relu(x)^1.5"),
    ("q", "x - x^2"),
    ("c", "abs"),
    ("mu", "leaky_relu(0.2)"),
    ("forward-G", "relu"),
    ("forward-L", "relu"),
    ("forward-M", "relu(x)^1.5"),
    ("backward-L", "leaky_relu(0.2)"),
    ("backward-M", "x^2"),
    ("cross-c", "relu(x)^1.5"),
    ("cross-eigenvalue", "relu"),
]
BATCHES = [4, 5, 8, 64]
DIGITS = 30

folder = os.path.dirname(os.path.abspath(__file__))
command = os.path.join(folder, "..", "..", "dist", "cli.js")


def source(quantity, activation):
    printed = subprocess.run(
        ["node", command, "derive", quantity, activation, "--format", "sympy"], check=True, capture_output=True, text=True
    ).stdout
    assert printed.endswith("\n") and printed.count("\n") == 1, printed
    return printed[:-1]


def read(text):
    names = {name: getattr(sympy, name) for name in sympy.__all__ if hasattr(sympy, name)}
    names["B"] = sympy.Symbol("B", positive=True)
    return eval(text, names)


def evaluate(text):
    expression = sympy.sympify(read(text))
    b = sympy.Symbol("B", positive=True)
    return {str(batch): str(sympy.N(expression.subs(b, batch), DIGITS)) for batch in BATCHES}


entries = []
for quantity, activation in PAIRS:
    text = source(quantity, activation)
    entries.append({"quantity": quantity, "activation": activation, "sympy": text, "values": evaluate(text)})

with open(os.path.join(folder, "derivations.json"), "w") as file:
    json.dump(
        {
            "generator": "test/reference/generate_derivations.py",
            "tool": f"SymPy {sympy.__version__}, Python {platform.python_version()}",
            "derivations": entries,
        },
        file,
        indent=1,
    )
    file.write("\n")
