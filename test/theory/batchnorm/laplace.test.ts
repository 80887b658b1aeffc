import fc from "fast-check";
import { Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { arccosineKernel } from "../../../src/numeric/special/arccosineKernel.js";
import { activation } from "../../../src/symbolic/activation/create.js";
import type { Problem } from "../../../src/theory/batchnorm/problem.js";
import type { Approximation, Quantities, Quantity } from "../../../src/theory/batchnorm/route.js";
import { laplace } from "../../../src/theory/batchnorm/routes/laplace/laplace.js";
import { laplaceCovariance } from "../../../src/theory/batchnorm/routes/laplace/laplaceCovariance.js";
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

/** The ledger's cancelled forms, from J and J' of the arc-cosine kernel: nothing in common with the route. */
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

/** A fixed stream of numbers in (-1/2, 1/2). */
function stream(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647 - 0.5;
  };
}

function factor(rows: number, columns: number, seed: number): Matrix {
  const next = stream(seed);
  return new Matrix(Array.from({ length: rows }, () => Array.from({ length: columns }, next)));
}

/** V for a rank-2 batch: y/|y| depends on one angle, uniform; split where a sample vanishes. */
function byAngle(batch: Matrix, phi: (x: number) => number): Matrix {
  const y = batch.clone().center("column");
  const size = y.rows;
  const full = 2 * Math.PI;
  const cuts = [0, full];
  for (let i = 0; i < size; i++) {
    const zero = Math.atan2(y.get(i, 1), y.get(i, 0)) + Math.PI / 2;
    for (const place of [zero, zero + Math.PI]) cuts.push(((place % full) + full) % full);
  }
  cuts.sort((a, b) => a - b);
  const out = Matrix.zeros(size, size);
  const h = 0.0625;
  for (let k = 0; k + 1 < cuts.length; k++) {
    const width = cuts[k + 1] - cuts[k];
    if (width === 0) continue;
    for (let x = -36; x <= 36; x += h) {
      const near = 1 / (1 + Math.exp(Math.abs(x)));
      const angle = x < 0 ? cuts[k] + width * near : cuts[k + 1] - width * near;
      const direction = y.mmul(Matrix.columnVector([Math.cos(angle), Math.sin(angle)]));
      const f = Matrix.mul(direction, Math.sqrt(size) / direction.norm())
        .to1DArray()
        .map(phi);
      const weight = (width * near * (1 - near) * h) / full;
      for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) out.set(i, j, out.get(i, j) + weight * f[i] * f[j]);
    }
  }
  return out;
}

const power = (a: number, right: number, left: number) => (x: number) => {
  if (x === 0) return 0;
  return x > 0 ? right * x ** a : left * (-x) ** a;
};
const largestGap = (a: Matrix, b: Matrix) => Matrix.sub(a, b).abs().max();

describe("laplaceCovariance", () => {
  it("reproduces the route at BSB1", () => {
    for (const [a, right, left, batch] of [
      [1, 1, 0, 8],
      [1.3, 0.7, -0.4, 6],
      [0.5, 1, 0.3, 5],
      [0.4, 1, 0.3, 5],
      [-0.3, 1, 0.3, 5],
      [0, 1, -1, 8],
      [3, 1, 0.5, 12],
    ]) {
      const sigma = Matrix.eye(batch).mul(3).add(1);
      const { values, error } = laplaceCovariance({ degree: a, right, left }, sigma);
      const quantities = solve(homogeneous(a, right, left), batch);
      const q = get(quantities, "q").value;
      const scale = Math.max(1, q);
      expect(error).toBeLessThan(1e-12 * scale);
      expect(Math.abs(values.get(0, 0) - q)).toBeLessThan(error + 1e-14 * scale);
      expect(Math.abs(values.get(1, 3) - q * get(quantities, "c").value)).toBeLessThan(error + 1e-14 * scale);
    }
  });

  it.each([
    { a: 1, right: 1, left: 0, thin: 1 },
    { a: 1.7, right: 1, left: -0.3, thin: 1 },
    { a: 0.3, right: 1, left: 0.5, thin: 1 },
    { a: 0.7, right: 1, left: 0.5, thin: 1e-2 },
    { a: 2, right: 1, left: 0.1, thin: 1e-3 },
    { a: 0.2, right: 1, left: -1, thin: 1e-3 },
    { a: -0.2, right: 1, left: 0.4, thin: 1 },
    { a: 0, right: 1, left: -1, thin: 1 },
  ])(
    "agrees with an integral over one angle for rank 2: $a, $right, $left, thinness $thin",
    ({ a, right, left, thin }) => {
      const batch = factor(5, 2, 11).mmul(Matrix.diag([1, thin]));
      const { values, error } = laplaceCovariance({ degree: a, right, left }, batch.mmul(batch.transpose()));
      expect(error).toBeLessThan(2e-12 * values.max());
      // The direct integral sees a negative power only down to a rounding of the angle.
      const slack = a < 0 ? 1e-7 : 5e-14 * values.max();
      expect(largestGap(values, byAngle(batch, power(a, right, left)))).toBeLessThan(error + slack);
    },
  );

  it("is equivariant under permutations, blind to scale and to what all samples share", () => {
    const batch = factor(6, 6, 5);
    const sigma = batch.mmul(batch.transpose());
    const order = [3, 0, 5, 1, 4, 2];
    for (const a of [1, 0.25, 1.6]) {
      const homogeneity = { degree: a, right: 1, left: 0.4 };
      const { values, error } = laplaceCovariance(homogeneity, sigma);
      const permuted = laplaceCovariance(homogeneity, sigma.selection(order, order)).values;
      expect(largestGap(permuted, values.selection(order, order))).toBeLessThan(2 * error);
      expect(largestGap(laplaceCovariance(homogeneity, Matrix.mul(sigma, 1e-9)).values, values)).toBeLessThan(
        2 * error,
      );
      expect(largestGap(laplaceCovariance(homogeneity, Matrix.add(sigma, 0.5)).values, values)).toBeLessThan(4 * error);
    }
  });

  it("keeps the trace of degree 1, B (left^2 + right^2)/2, up to a condition number of 1e6", () => {
    for (const batch of [4, 8, 16]) {
      const thin = Matrix.diag(Array.from({ length: batch }, (_, i) => 10 ** ((-3 * i) / (batch - 1))));
      const points = factor(batch, batch, batch).mmul(thin);
      const { values, error } = laplaceCovariance({ degree: 1, right: 1, left: -0.2 }, points.mmul(points.transpose()));
      expect(error).toBeLessThan(5e-12);
      expect(Math.abs(values.trace() - (batch * 1.04) / 2)).toBeLessThan(1e-13 * batch);
    }
  });

  it("takes samples that are copies of each other, and a batch of rank 1", () => {
    const twins = factor(4, 4, 3).selection([0, 0, 1, 2], [0, 1, 2, 3]);
    const { values, error } = laplaceCovariance({ degree: 0.3, right: 1, left: 0.2 }, twins.mmul(twins.transpose()));
    expect(Math.abs(values.get(0, 1) - values.get(0, 0))).toBeLessThan(error);
    const line = Matrix.columnVector([1, -1, 0.5, -0.5]);
    const rank1 = laplaceCovariance({ degree: 1, right: 1, left: 0 }, line.mmul(line.transpose()));
    // y = +-line: V = (phi(line) phi(line)^T + phi(-line) phi(-line)^T)/2 after scaling to |y|^2 = B = 4.
    const scale = 4 / 2.5;
    expect(
      largestGap(
        rank1.values,
        new Matrix([
          [1, 0, 0.5, 0],
          [0, 1, 0, 0.5],
          [0.5, 0, 0.25, 0],
          [0, 0.5, 0, 0.25],
        ]).mul(scale / 2),
      ),
    ).toBeLessThan(rank1.error);
  });

  it("refuses what has no answer", () => {
    expect(() => laplaceCovariance({ degree: 1, right: 1, left: 0 }, Matrix.ones(4, 4))).toThrow(/centring/);
    expect(() => laplaceCovariance({ degree: -0.5, right: 1, left: 0 }, Matrix.eye(4))).toThrow(/degree/);
    expect(() => laplaceCovariance({ degree: 1, right: 1, left: 0 }, Matrix.diag([1, -1, 1]))).toThrow(/semi-definite/);
  });
});
