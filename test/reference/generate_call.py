"""Reference cases for test/call: call.json. Run: python3 generate_call.py

More inputs of the kinds of ladder-alignment.json: other sizes, regions, orders, Boolean functions, dead nodes, inputs of probability zero.
Every value is brute force in NumPy and SciPy: sums over atoms, explicit Kronecker products, complex steps, linear programs, DOP853.
Population gradients are central differences of the loss, hence their tolerance of 1e-6.
"""
import itertools
import json
import os
from functools import reduce

import numpy as np
from scipy.integrate import quad, solve_ivp
from scipy.optimize import linprog

rng = np.random.default_rng(20190)
cases = []
norm = np.linalg.norm


def draw(*shape):
    return np.round(rng.normal(size=shape), 2)


def relu(x):
    return np.maximum(x, 0)


def plain(value):
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(inner) for inner in value]
    return value.tolist() if isinstance(value, (np.ndarray, np.generic)) else value


def add(kind, inputs, expected, tolerance=1e-9):
    case = {"id": f"{kind}.{len(cases)}", "kind": kind, "inputs": inputs, "expected": expected}
    cases.append(plain({**case, "tolerance": {"abs": tolerance, "rel": tolerance}}))


def batch_norm_cases():
    for n in (2, 3, 7, 12):
        f, c1 = draw(n), draw()
        basis = np.linalg.qr(np.stack([np.ones(n), f], 1))[0]
        projection = np.eye(n) - basis @ basis.T
        expected = {"P_perp": projection, "J": c1 / f.std() * projection, "sigma": f.std(), "rank": n - 2}
        add("bn_projection", {"f": f, "c1": c1}, expected)
    for n, eps in ((5, 0.0), (4, 0.3), (9, 1e-3), (6, 0.0)):
        f, g, c1, c0 = draw(n), draw(n), draw(), draw()
        scale = np.sqrt(f.var() + eps)
        t = (f - f.mean()) / scale
        jacobian = c1 / scale * (np.eye(n) - np.ones((n, n)) / n - np.outer(t, t) / n)
        expected = {"g_f": jacobian @ g, "g_c": [t @ g, g.sum()], "fbar": c1 * t + c0}
        add("bn_backward", {"f": f, "g": g, "c1": c1, "c0": c0, "eps": eps}, expected)


def energy_cases():
    def normalise(h):
        centred = h - h.mean(0)
        return centred / np.sqrt((centred**2).mean(0))

    def loss(w, order, x, v, y):
        h = x @ w
        f = normalise(h * (h.real > 0)) if order == "lin-relu-bn" else normalise(h)
        return 0.5 * ((y - f * (1 if order == "lin-relu-bn" else (f.real > 0)) @ v) ** 2).mean()

    note = "0.5*mean((Y - f V)^2), biased BN, eps=0, c1=1, c0=0"
    for order, outputs in itertools.product(("lin-relu-bn", "lin-bn-relu"), (1, 2)):
        x, w, v, y = draw(7, 3), draw(3, 2), draw(2, outputs), draw(7, outputs)
        step = np.zeros_like(w)
        for place in np.ndindex(w.shape):
            moved = w.astype(complex)
            moved[place] += 1e-30j
            step[place] = -loss(moved, order, x, v, y).imag / 1e-30
        inputs = {"X": x, "W": w, "V": v, "Y": y, "lr": 0.2, "order": order, "loss": note}
        after = ((w + 0.2 * step) ** 2).sum(0)
        expected = {"loss": loss(w, order, x, v, y).real, "dW": step, "energy_before": (w**2).sum(0), "energy_after": after}
        add("bn_energy", inputs, expected)


def marginal_cases():
    support = np.array(list(itertools.product([0, 1], repeat=3)))
    for case in ("plain", "dead node", "plain", "probability zero"):
        weights = rng.integers(1, 9, 8)
        if case == "probability zero":
            weights[[1, 4]] = 0
        prob = weights / weights.sum()
        w1, w2, label = draw(3, 2), draw(2, 1), draw(8)
        w1[0, 1] = w1[2, 0] = 0
        if case == "dead node":
            w1[:, 0] = -abs(w1[:, 0])
        hidden = support @ w1
        top = relu(hidden) @ w2[:, 0]
        g = (hidden > 0) * np.outer((top > 0) * (label - relu(top)), w2[:, 0])
        mean = lambda j, k, bit: (prob * g[:, j])[support[:, k] == bit].sum() / prob[support[:, k] == bit].sum()
        pairs = ((0, 0), (0, 1), (1, 1), (1, 2))
        update = np.zeros((3, 2))
        for j, k in pairs:
            update[k, j] = (prob * support[:, k] * g[:, j]).sum()
        inputs = {"support": support, "weights": prob, "prob": prob, "W1": w1, "W2": w2, "label": label}
        means = {f"j{j}_k{k}": [mean(j, k, 0), mean(j, k, 1)] for j, k in pairs}
        add("marginal_gradient", inputs, {"g_j_of_xk": means, "dW1": update})


def ladder_case(text, top, prob):
    z_of_x = rng.integers(0, 2, 4)
    z_of_x[:2] = [0, 1]
    raws, w = [draw(4), draw(4)], draw(2)
    contents = [np.arange(16) // 4, np.arange(16) % 4]
    zs = [z_of_x[content] for content in contents]
    z = top(*zs)
    children = [relu(raw[content]) for raw, content in zip(raws, contents)]
    raw = w[0] * children[0] + w[1] * children[1]
    given = lambda h, where: (prob * h)[where].sum() / prob[where].sum()
    events = [a for a in (0, 1) if prob[z == a].sum() > 0]
    law = lambda content, where: np.array([given(content == c, where) for c in range(content.max() + 1)])
    focus, broadness = [], []
    for content, zb in zip(contents, zs):
        joint = [(a, b) for a in (0, 1) for b in (0, 1) if prob[(z == a) & (zb == b)].sum() > 0]
        tv = lambda of, part, whole: abs(law(of, part) - law(of, whole)).sum() / 2
        focus.append(max(tv(content, (z == a) & (zb == b), zb == b) for a, b in joint))
        broadness.append(max(tv(np.arange(16), (z == a) & (zb == b), z == a) for a, b in joint))
    labels = lambda zb: [b for b in (0, 1) if prob[zb == b].sum() > 0]
    expected_child = lambda a, zb, f: sum(given(zb == b, z == a) * given(f, zb == b) for b in labels(zb))
    sums = [sum(w[i] * expected_child(a, zs[i], children[i]) for i in (0, 1)) for a in events]
    inputs = {"prob": prob, "z_beta_of_xbeta": z_of_x, "z_alpha": text, "child_raw1": raws[0], "child_raw2": raws[1], "w_j": w}
    expected = {
        "focus_tv": focus,
        "broadness_tv": broadness,
        "f_j_exact": [given(relu(raw), z == a) for a in events],
        "f_j_reformulated": [given(raw > 0, z == a) * total for a, total in zip(events, sums)],
        "P_alpha_beta1": [[given(zs[0] == b, z == a) for b in labels(zs[0])] for a in events],
        "conditions_hold": False,
    }
    add("ladder", inputs, expected)


def ladder_cases():
    functions = {
        "z1 AND z2": lambda a, b: a & b,
        "z1 OR z2": lambda a, b: a | b,
        "z1 XOR z2": lambda a, b: a ^ b,
        "NOT z1 OR z2": lambda a, b: (1 - a) | b,
    }
    for text, function in functions.items():
        for zeros in (0, 4):
            weights = rng.integers(1, 9, 16)
            weights[rng.choice(np.arange(1, 15), zeros, replace=False)] = 0
            ladder_case(text, function, weights / weights.sum())


def matrix_cases():
    for m, children, n in ((3, ((2, 2), (4, 3), (1, 2)), 2), (2, ((3, 1),), 3)):
        prior, g = rng.dirichlet(np.ones(m)), draw(m, n)
        tables = [rng.dirichlet(np.ones(size), size=m) for size, _ in children]
        f = [abs(draw(*shape)) for shape in children]
        w = [draw(nodes, n) for _, nodes in children]
        gates = [rng.integers(0, 2, shape) for shape in children]
        upper = prior[:, None] * g
        lower = [gate * (table.T @ upper @ weight.T) for gate, table, weight in zip(gates, tables, w)]
        activation = relu(sum(table @ below @ weight for table, below, weight in zip(tables, f, w)))
        updates = [(table @ below).T @ upper for table, below in zip(tables, f)]
        inputs = {"prior_alpha": prior, "P": tables, "F_beta": f, "W": w, "G_alpha": g, "D_beta": gates}
        add("matrix_form", inputs, {"F_alpha": activation, "G_tilde_alpha": upper, "G_tilde_beta": lower, "dW": updates})


def vertices_of(rows):
    found = []
    for i in range(len(rows)):
        others = np.delete(rows, i, 0)
        equations = np.vstack([others.T, np.ones(len(others))])
        found += [i] * (linprog(np.zeros(len(others)), A_eq=equations, b_eq=np.append(rows[i], 1), bounds=(0, None)).status == 2)
    return found


def vertex_cases():
    pairs = (
        (rng.integers(0, 3, (7, 3)).astype(float), draw(3, 2)),
        (rng.dirichlet(np.ones(4), 6).round(3), draw(4, 4)),
        (np.array([[1, 0], [1, 0], [0, 1.0]]), np.eye(2)),
        (np.array([[1.0, 0, 0], [0, 1, 0], [0, 0, 1], [0.25, 0.25, 0.5]]), draw(3, 1)),
    )
    for p, f in pairs:
        own = vertices_of(p)
        full = bool(np.linalg.matrix_rank(f) == len(f))
        expected = {"vertices_P": own, "vert_P": len(own), "all_vert": len(own) == len(p), "F_full_row_rank": full}
        add("vertices", {"P": p, "F": f}, {**expected, "vertices_PF": vertices_of(p @ f)}, 0)
    for counts in ([2, 2, 2], [3, 2], [2], [2, 3, 4], [1, 3]):
        combinations = np.array(list(itertools.product(*[range(count) for count in counts])))
        tables = [np.eye(count)[combinations[:, b]] for b, count in enumerate(counts)]
        m, rank = len(combinations), int(np.linalg.matrix_rank(np.hstack(tables)))
        expected = {
            "m": m,
            "linear_rank": rank,
            "min_loss_linear": m - rank,
            "min_loss_relu": 0,
            "each_child_all_vert": all(len(vertices_of(table)) == m for table in tables),
            "concatenation_all_vert": len(vertices_of(np.hstack(tables))) == m,
        }
        add("expressibility", {"leaf_event_counts": counts}, expected)


def column(factors, k):
    return reduce(np.kron, [f if i == k else np.ones(len(f)) for i, f in enumerate(factors)])


def columns(factors):
    return np.stack([column(factors, k) for k in range(len(factors))], 1)


def blocks(parts):
    matrix = np.zeros((sum(map(len, parts)), len(parts)))
    at = 0
    for i, part in enumerate(parts):
        matrix[at : at + len(part), i] = part
        at += len(part)
    return matrix


def disentangled_cases():
    for sizes in ((2, 1), (1, 2, 1), (3,)):
        tables = [rng.dirichlet(np.ones(2**size), 2) for size in sizes]
        f, w = [draw(2) for _ in range(sum(sizes))], [draw(size) for size in sizes]
        raw = reduce(np.kron, tables) @ columns(f) @ blocks(w)
        starts = np.cumsum((0, *sizes))
        factors = [table @ columns(f[a:b]) @ part for table, part, a, b in zip(tables, w, starts, starts[1:])]
        inputs = {"P_factors": tables, "f_beta": f, "S_sizes": sizes, "w_blocks": w}
        expected = {"F_alpha_raw": raw, "f_alpha_raw": factors, "F_alpha_relu": relu(raw), "disentangled": True}
        add("disent_forward", inputs, expected)
    for centred in (True, False):
        tables = [rng.dirichlet(np.ones(4), 2), rng.dirichlet(np.ones(2), 2)]
        p = [np.array([q, 1 - q]) for q in rng.uniform(0.2, 0.8, 2).round(2)]
        f, g = [draw(2) for _ in range(3)], [draw(2) for _ in range(2)]
        if centred:
            g = [np.array([first, -first]) for first, _ in g]
        w = [draw(2), draw(1)]
        table = np.kron(*tables)
        upper = np.stack([np.kron(g[0], p[1]), np.kron(p[0], g[1])], 1)
        inputs = {"P_factors": tables, "p_alpha": p, "f_beta": f, "g_tilde": g, "w12": w[0], "w3": w[1]}
        expected = {
            "dW": (table @ columns(f)).T @ upper,
            "separable": centred,
            "G_tilde_beta": table.T @ upper @ blocks(w).T,
            "backward_disentangled": False,
            "p_beta12": tables[0].T @ p[0],
        }
        add("separable_update", inputs, expected)


def deep_cases():
    def forward(layers, x):
        f, gates = [x], []
        for w in layers:
            h = w.T @ np.append(f[-1], 1)
            gates.append(np.ones_like(h) if w is layers[-1] else (h > 0) * 1.0)
            f.append(h * gates[-1])
        return f, gates

    def fan_out(layers, gates, l):
        """V_l: the output as a linear function of [f_l, 1]."""
        v = np.eye(layers[-1].shape[1])
        for w, gate in list(zip(layers, gates))[: l - 1 : -1]:
            down = np.diag(gate) @ w.T
            if w is not layers[-1]:
                down = np.vstack([down, np.append(np.zeros(len(w) - 1), 1)])
            v = v @ down
        return v

    for widths, others in (((2, 3, 2), (2, 4, 2)), ((3, 2, 2, 3, 1), (3, 3, 4, 2, 1)), ((1, 2, 2, 2), (1, 3, 2, 2))):
        teacher = [draw(a + 1, b) for a, b in zip(widths, widths[1:])]
        student = [draw(a + 1, b) for a, b in zip(others, others[1:])]
        x = draw(widths[0])
        (target, their), (own, gates) = forward(teacher, x), forward(student, x)
        g = target[-1] - own[-1]
        expected = {"g_top": g}
        for l in range(len(student) - 1, 0, -1):
            g = gates[l - 1] * (student[l][:-1] @ g)
            v = fan_out(student, gates, l)
            expected[f"layer{l}"] = {"A": v.T @ fan_out(teacher, their, l), "B": v.T @ v, "g": g}
        add("lemma1", {"teacher": teacher, "student": student, "x": x}, expected)


def region_cases():
    def nullity(features):
        values = np.linalg.svd(features, compute_uv=False)
        return features.shape[1] - int((values > 1e-9 * values[0]).sum())

    rows = (
        (np.array([[1, 0, 0, 0.1], [-2, 0, 0, -0.2], [0, 1, 0, 0], [1, 1, 1, 0.5], [0, 0, 1, 9.0]]), 2, 3),
        (np.array([[1, 0.0, 0.1], [2, 0, 0.2], [0, 1, -5]]), 1, 2),
        (np.array([[1, 1, 0], [-1, -1, 0], [1, -1, 0], [-1, 1, 0], [0, 0, 1.0]]), 1, 2),
        (draw(4, 4), 2, 3),
    )
    for w, end, d in rows:
        x = np.hstack([rng.uniform(-end, end, (4000, d)), np.ones((4000, 1))])
        features = relu(x @ w.T)
        expected = {"nullity_with_affine": nullity(np.hstack([features, x])), "nullity_without_affine": nullity(features)}
        add("relu_dependence", {"W": w, "region": f"box [-{end},{end}]^{d}"}, expected, 0)
    for d, end in ((2, 1), (3, 2)):
        tw, tv, sw, sv = draw(2, d + 1), draw(2, 2), draw(3, d + 1), draw(3, 2)
        sw[0], sw[1] = -2 * tw[1], tw[0] / 2
        signs = np.array([[0, -1], [1, 0], [0, 0]])
        alpha, beta = sv @ tv.T, sv @ sv.T

        def coefficient(k, j, counts):
            return alpha[k, j] * norm(tw[j]) - sum(norm(sw[q]) * beta[k, q] for q in range(3) if counts(signs[q, j]))

        def observes(k, j):
            bounds = [(-end, end)] * d
            best = linprog(-sw[k, :-1], A_eq=[tw[j, :-1]], b_eq=[-tw[j, -1]], bounds=bounds)
            return bool(best.status == 0 and sw[k, -1] - best.fun > 1e-9)

        table = lambda entry: [[entry(k, j) for j in range(2)] for k in range(3)]
        expected = {
            "observer": table(observes),
            "alignment_sign": signs,
            "c_s_hyperplane": table(lambda k, j: coefficient(k, j, lambda sign: sign != 0)),
            "c_s_positive_only": table(lambda k, j: coefficient(k, j, lambda sign: sign > 0)),
            "alpha": alpha,
            "beta": beta,
            "interpolating": False,
        }
        inputs = {"teacher_W": tw, "teacher_V": tv, "student_W": sw, "student_V": sv, "R0": f"box [-{end},{end}]^{d}"}
        add("observer", inputs, expected)


def kernel(u, v):
    cosine = np.clip(u @ v / norm(u) / norm(v), -1, 1)
    angle = np.arccos(cosine)
    return norm(u) * norm(v) * (np.sin(angle) + (np.pi - angle) * cosine) / (2 * np.pi)


def population_cases():
    for d, s2 in ((2, 2.25), (3, 1.0), (5, 0.5)):
        u, v = draw(d), draw(d)
        angle = np.arccos(u @ v / norm(u) / norm(v))
        vector = s2 / (2 * np.pi) * ((np.pi - angle) * v + norm(v) * np.sin(angle) * u / norm(u))
        b, c = u / norm(u) + v / norm(v), u / norm(u) - v / norm(v)
        plane = np.outer(b, b) / (b @ b) - np.outer(c, c) / (c @ c)
        g = s2 / (2 * np.pi) * ((np.pi - angle) * np.eye(d) + np.sin(angle) * plane)
        expected = {"theta": angle, "vector": vector, "G": g, "G_eigenvalues": np.linalg.eigvalsh(g), "kernel": u @ vector}
        add("thm6", {"w_k": u, "w_j": v, "sigma2": s2}, expected)

    def loss(w, v, tw, tv, s2):
        gram = lambda a, b: np.array([[kernel(x, y) for y in b] for x in a])
        pairs = ((tv, tw, tv, tw, 0.5), (tv, tw, v, w, -1), (v, w, v, w, 0.5))
        return s2 * sum(sign * (p @ q.T * gram(a, b)).sum() for p, a, q, b, sign in pairs)

    def descent(f, x):
        out = np.zeros_like(x)
        for place in np.ndindex(x.shape):
            step = np.zeros_like(x)
            step[place] = 1e-6
            out[place] = (f(x - step) - f(x + step)) / 2e-6
        return out

    for law, s2 in (("N(0,I)", 1), ("N(0,1.5^2 I)", 2.25)):
        w, v, tw, tv = draw(3, 3), draw(3, 2), draw(2, 3), draw(2, 2)
        dw = descent(lambda x: loss(x, v, tw, tv, s2), w)
        dv = descent(lambda x: loss(w, x, tw, tv, s2), v)
        inputs = {"W": w, "V": v, "W_teacher": tw, "V_teacher": tv, "input": law, "rows": "nodes"}
        expected = {"loss": loss(w, v, tw, tv, s2), "W_flow": dw, "V_flow": dv, "w_dot_dw": (w * dw).sum(1)}
        add("population", inputs, expected, 1e-6)


def flow(rate, start, t):
    return solve_ivp(lambda _, y: rate(y), (0, t), start, rtol=1e-13, atol=1e-14, method="DOP853").y[:, -1]


def flow_cases():
    for n, d, t, bumped in ((2, 2, 0.7, True), (3, 4, 2.0, False), (1, 2, 1.0, False)):
        w, target, a = abs(draw(n, d)) * 0.3 + 0.05, abs(draw(d)), abs(draw(n)) + 0.1
        bump = abs(draw(n)) * 0.1 if bumped else np.zeros(n)
        residues = lambda now: target - a @ now + bump[:, None] * target
        rate = lambda y: (norm(y.reshape(n, d), axis=1)[:, None] * residues(y.reshape(n, d))).ravel()
        end = flow(rate, w.ravel(), t).reshape(n, d)
        sizes = norm(end, axis=1)
        expected = {
            "W_t": end,
            "log_norm_ratio_01": np.log(sizes[0] / sizes[1]) if n > 1 else None,
            "h": (end * residues(end)).sum(1) / sizes,
            "angle_to_wstar_deg": np.degrees(np.arccos(np.clip(end @ target / sizes / norm(target), -1, 1))),
        }
        add("growth", {"W0": w, "w_star": target, "a": a, "t": t, "eps_bump": bump}, expected, 1e-7)
    for n in (2, 3):
        start, growth, a = abs(draw(n)) + 0.1, abs(draw(n)), np.eye(n) + 0.2 * abs(draw(n, n))
        end = flow(lambda y: y * (growth - a @ y), start, 4)
        fixed = np.linalg.solve(a, growth)
        expected = {"n_t": end, "log_ratio_01": np.log(end[0] / end[1]), "interior_fixed_point": fixed}
        add("lotka", {"n0": start, "growth": growth, "A": a, "t": 4.0}, expected, 1e-8)
    profiles = {
        "(pi-theta)/(2 pi)": (lambda x: (np.pi - x) / (2 * np.pi), 1 / (2 * np.pi)),
        "(pi-theta)/pi": (lambda x: (np.pi - x) / np.pi, 1 / np.pi),
        "1": (lambda x: 1.0, None),
    }
    start, alpha, t, target = 2.9, 1.7, 3.0, 0.8
    for text, (psi, slope) in profiles.items():
        end = flow(lambda y: -alpha * psi(y) * np.sin(y), [start], t)[0]
        time = quad(lambda x: 1 / (alpha * psi(x) * np.sin(x)), target, start, epsabs=1e-12, epsrel=1e-12)[0]
        leading = None if slope is None else (1 / (np.pi - start) - 1 / (np.pi - target)) / (alpha * slope)
        inputs = {"theta0": start, "alpha": alpha, "t": t, "theta_target": target, "psi": text}
        add("theta_ode", inputs, {"theta_t": end, "time_to_target": time, "leading": leading}, 1e-7)


def match_cases():
    def correlations(a, b):
        sizes = np.outer(norm(a, axis=0), norm(b, axis=0))
        return np.divide(a.T @ b, sizes, out=np.zeros_like(sizes), where=sizes > 0)

    for samples, teachers, students in ((10, 2, 3), (6, 1, 2)):
        a, b = relu(draw(samples, teachers)), relu(draw(samples, students))
        b[:, 0], b[:, 1] = 0, 2 * a[:, 0]
        centred, raw = correlations(a - a.mean(0), b - b.mean(0)), correlations(a, b)
        matched = (centred > 0.9).sum(1)
        expected = {
            "corr": centred,
            "best_per_teacher": centred.max(1),
            "best_per_student": centred.max(0),
            "students_per_teacher": matched,
            "matched_rate": (matched > 0).mean(),
            "uncentred": raw,
            "rho_mean": raw.max(1).mean(),
        }
        add("match", {"H_teacher": a, "H_student": b, "threshold": 0.9}, expected)


for make in (
    batch_norm_cases,
    energy_cases,
    marginal_cases,
    ladder_cases,
    matrix_cases,
    vertex_cases,
    disentangled_cases,
    deep_cases,
    region_cases,
    population_cases,
    flow_cases,
    match_cases,
):
    make()

with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "call.json"), "w") as file:
    file.write("[\n" + ",\n".join(json.dumps(case) for case in cases) + "\n]\n")
