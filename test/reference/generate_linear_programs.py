"""Reference values for test/numeric/linearProgram, from HiGHS by scipy. Run: python3 generate_linear_programs.py

Each program is solved without rounding and written with it: entries and limits that are 0 carry noise of 1e-17 of the others. Kinds:
"chebyshev" minimises the largest |A c + f| (the last variable is the bound), "hinges" does so for relu values at points that lie on
hinges, "box" has sparse rows and bounds, "degenerate" has more tight rows at its vertex than variables and equal rows. Every
row and column has an entry of order 1. All variables are free but those of "box" and "degenerate", 0 .. 10. Random numbers come from a
fixed seed.
"""
import json
import os

import numpy as np
from scipy.optimize import linprog

rng = np.random.default_rng(20240611)
PER_KIND = 8


def chebyshev(lines, fixed):
    """Rows and limits of |lines c + fixed| <= t, variables (c, t)."""
    ones = np.ones((len(lines), 1))
    rows = np.vstack([np.hstack([lines, -ones]), np.hstack([-lines, -ones])])
    return np.r_[np.zeros(lines.shape[1]), -1.0], rows, np.r_[-fixed, fixed], None


def sparse(shape, zeros):
    return np.where(rng.random(shape) < zeros, 0.0, rng.normal(size=shape))


def random_chebyshev():
    return chebyshev(sparse((12, 5), 0.5), np.where(rng.random(12) < 0.4, 0.0, rng.normal(size=12)))


def random_hinges():
    points = rng.integers(-4, 5, size=(12, 2)) / 4.0
    hinges = rng.integers(-2, 3, size=(4, 3)) / 2.0
    values = np.maximum(0, points @ hinges[:, :2].T + hinges[:, 2])
    return chebyshev(np.hstack([values[:, 1:], points]), values[:, 0])


def random_box():
    rows = sparse((9, 6), 0.6)
    return rng.normal(size=6), rows, np.abs(np.where(rng.random(9) < 0.4, 0.0, rng.normal(size=9))), (0, 10)


def random_degenerate():
    normals = np.vstack([np.eye(4), sparse((6, 4), 0.5)])
    normals[np.arange(10) % 10, np.arange(10) % 4] = 1.0
    vertex = rng.integers(0, 3, size=4).astype(float)
    rows = np.vstack([normals, normals[:5], normals[:3]])
    return rows[:10].sum(axis=0) * 0.5 + normals[0], rows, rows @ vertex, (0, 10)


def noisy(values):
    """1e-17 of the others for what is 0, of both signs."""
    values = np.asarray(values, dtype=float)
    noise = 1e-17 * rng.normal(size=values.shape) * 10.0 ** rng.uniform(-1, 1, size=values.shape)
    return np.where(values == 0, noise, values)


def cases(kind, make):
    found = []
    while len(found) < PER_KIND:
        costs, rows, limits, bounds = make()
        # a row or column without an entry would consist of noise alone
        if min(np.abs(rows).max(axis=0).min(), np.abs(rows).max(axis=1).min()) < 0.1:
            continue
        solution = linprog(-costs, A_ub=rows, b_ub=limits, bounds=bounds or (None, None), method="highs",
                           options={"primal_feasibility_tolerance": 1e-10, "dual_feasibility_tolerance": 1e-10})
        if solution.status != 0 or abs(solution.fun) < 1e-6:
            continue
        found.append({
            "kind": kind,
            "maximise": costs.tolist(),
            "rows": noisy(rows).tolist(),
            "limits": noisy(limits).tolist(),
            "bounds": bounds,
            "value": -solution.fun,
        })
    return found


kinds = {"chebyshev": random_chebyshev, "hinges": random_hinges, "box": random_box, "degenerate": random_degenerate}
programs = [case for kind, make in kinds.items() for case in cases(kind, make)]
path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "linear-programs.json")
with open(path, "w") as out:
    out.write("[\n" + ",\n".join(json.dumps(case) for case in programs) + "\n]\n")
