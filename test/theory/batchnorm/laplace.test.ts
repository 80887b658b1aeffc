import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arccosineKernel } from "../../../src/numeric/special/arccosineKernel.js";
import { activation } from "../../../src/symbolic/activation/create.js";
import type { Problem } from "../../../src/theory/batchnorm/problem.js";
import type { Approximation, Quantities, Quantity } from "../../../src/theory/batchnorm/route.js";
import { laplace } from "../../../src/theory/batchnorm/routes/laplace/laplace.js";
import reference from "../../reference/batchnorm.json" with { type: "json" };
import independent from "../../reference/batchnorm-independent.json" with { type: "json" };
import { decimal, median } from "../../support/errors.js";

function problem(text: string, batch: number, weightVariance = 1): Problem {
  const phi = activation(text);
  return { activation: phi, psi: phi, batch, epsilon: 0, gamma: 1, beta: 0, weightVariance };
}

/** relu(x)^a needs no left branch; the general one is written out. */
const homogeneous = (a: number, right: number, left: number) => `x > 0 ? ${right}*x^${a} : ${left}*abs(x)^${a}`;

const solved = new Map<string, Quantities>();

function solve(text: string, batch: number, w = 1): Quantities {
  const key = `${text} ${batch} ${w}`;
  const known = solved.get(key) ?? laplace.solve(problem(text, batch, w), "spectrum", 1e-13).quantities;
  solved.set(key, known);
  return known;
}

const get = (quantities: Quantities, key: Quantity): Approximation => {
  const found = quantities[key];
  if (found === undefined) throw new Error(`no ${key}`);
  return found;
};

const names: Readonly<Record<string, Quantity>> = {
  explosion_rate: "backwardG",
  bwd_G: "backwardG",
  bwd_L: "backwardL",
  bwd_M: "backwardM",
  fwd_G: "forwardG",
  fwd_L: "forwardL",
  fwd_M: "forwardM",
  q: "q",
  c: "c",
  mu: "mu",
  cross_c: "crossC",
  cross_fwd_eig: "crossEigenvalue",
  cross_bwd_eig: "crossEigenvalue",
  cross_eig: "crossEigenvalue",
};

interface Row {
  readonly label: string;
  readonly text: string;
  readonly batch: number;
  readonly quantity: Quantity;
  readonly value: number;
  readonly slack: number;
}

const texts: Readonly<Record<string, string>> = {
  "max(x,0)": "relu",
  x: "x",
  relu: "relu",
  "leaky_relu(0.2)": "leaky_relu(0.2)",
};

const row = (text: string, batch: number, quantity: string, value: string, digits: number): Row[] => {
  if (texts[text] === undefined || names[quantity] === undefined || !Number.isFinite(batch)) return [];
  const exact = decimal(value);
  const slack = Math.abs(exact) * 10 ** (1 - Math.min(digits, 17));
  return [
    { label: `${text} ${batch} ${quantity}`, text: texts[text], batch, quantity: names[quantity], value: exact, slack },
  ];
};

const rows: Row[] = [
  ...reference.values.flatMap((r) =>
    Object.keys(r.params).length > 0 ? [] : row(r.activation, Number(r.B), r.quantity, r.value, r.digits),
  ),
  ...independent.values.flatMap((r) =>
    r.epsilon > 0 || r.weightVariance !== 1 || r.gamma !== 1 || r.beta !== 0
      ? []
      : row(r.activation, Number(r.batch), r.quantity, r.value, r.digits),
  ),
];

describe("laplace against references", () => {
  it("has enough of them", () => expect(rows.length).toBeGreaterThan(60));

  it.each(rows)("$label", ({ text, batch, quantity, value, slack }) => {
    const got = get(solve(text, batch), quantity);
    expect(Math.abs(got.value - value)).toBeLessThanOrEqual(got.error + slack);
    expect(got.error).toBeLessThan(2e-13 * Math.max(1, Math.abs(value)));
  });

  it("does not overstate its errors", () => {
    const ratios = rows.map(({ text, batch, quantity, value }) => {
      const got = get(solve(text, batch), quantity);
      return got.error / Math.max(Math.abs(got.value - value), 2 ** -53);
    });
    expect(median(ratios)).toBeLessThan(1e3);
  });
});

/** The cancelled forms written out, from J and J' of the arc-cosine kernel: nothing in common with the route. */
function closedForms(a: number, right: number, left: number, batch: number) {
  const squares = right ** 2 + left ** 2;
  const rho = -1 / (batch - 1);
  const plus = arccosineKernel(a, rho);
  const minus = arccosineKernel(a, -rho);
  const j = plus.value + (2 * right * left * minus.value) / squares;
  const slope = plus.derivative - (2 * right * left * minus.derivative) / squares;
  const gap = 1 - j;
  const r = slope / gap;
  const s = a ** 2 / (2 * a - 1) / gap;
  return {
    gap,
    c: j,
    forwardM: (batch * r) / (batch - 1 + 2 * a),
    forwardL: (a * (batch - 2) + (batch * r) / (batch - 1)) / (batch - 1 + 2 * a),
    backwardG: ((batch - 3 + 2 * a) / (batch - 3)) * (s + r / (batch - 1)) - a ** 2 / (batch - 3),
  };
}

const batches = fc.constantFrom(4, 5, 6, 8, 17, 64, 1e4, 1e6, 1e8);
const degrees = fc.double({ min: -0.45, max: 4, noNaN: true }).map((a) => Math.round(a * 1000) / 1000);
const slopes = fc.double({ min: -1, max: 1, noNaN: true }).map((x) => Math.round(x * 1000) / 1000);

describe("laplace as a formula", () => {
  it("agrees with the closed forms for random degrees, slopes and batches", () => {
    fc.assert(
      fc.property(degrees, slopes, batches, (a, left, batch) => {
        const exact = closedForms(a, 1, left, batch);
        fc.pre(Math.abs(exact.gap) > 0.02); // the closed form itself cancels there
        const got = solve(homogeneous(a, 1, left), batch);
        for (const key of ["c", "forwardM", "forwardL", "backwardG"] as const) {
          const { value, error } = get(got, key);
          if (key === "backwardG" && a <= 0.5) expect(value).toBe(Number.POSITIVE_INFINITY);
          else
            expect(Math.abs(value - exact[key])).toBeLessThanOrEqual(
              error + (2e-13 * Math.max(1, Math.abs(exact[key]))) / exact.gap,
            );
        }
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  it("gives the identity's (B-2)/(B-3) and (B-1)/(B+1)", () => {
    for (const batch of [4, 5, 8, 64, 1e4, 1e6, 1e8]) {
      const { value } = get(solve("x", batch), "backwardG");
      expect(Math.abs(value - (batch - 2) / (batch - 3))).toBeLessThan(4e-15 * value);
      expect(get(solve("x", batch), "forwardL").value).toBeCloseTo((batch - 1) / (batch + 1), 13);
    }
  });

  it("keeps digits where phi is nearly constant: mu to 1e-12 relative for |x|^0.01", () => {
    // q (1 - J(rho) - J(-rho)) in 40 digits.
    const { value, error } = get(solve("abs(x)^0.01", 6), "mu");
    expect(error).toBeLessThan(1e-12 * value);
    expect(Math.abs(value - 1.1803891015419224e-4)).toBeLessThan(error);
  });

  it("scales q, mu and crossC with the weight variance and nothing else", () => {
    const [one, three] = [solve("relu", 9), solve("relu", 9, 3)];
    for (const key of Object.keys(one) as Quantity[]) {
      const factor = key === "q" || key === "mu" || key === "crossC" ? 3 : 1;
      expect(Math.abs(get(three, key).value - factor * get(one, key).value)).toBeLessThan(1e-14);
    }
  });

  it("says what diverges and what it cannot answer", () => {
    expect(get(solve("sign(x)", 8), "backwardG").value).toBe(Number.POSITIVE_INFINITY);
    expect(solve("sign(x)", 8).backwardM).toBeUndefined();
    expect(laplace.refusal(problem("tanh", 8))).toContain("homogeneous");
    expect(laplace.refusal({ ...problem("relu", 8), epsilon: 0.1 })).toContain("epsilon");
    expect(laplace.refusal(problem("relu", Number.POSITIVE_INFINITY))).toContain("finite");
    expect(laplace.refusal(problem("relu", 3))).toContain("at least 4");
    expect(laplace.refusal(problem("relu", 8))).toBeNull();
  });
});
