import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { activation } from "../../../src/symbolic/activation/create.js";
import type { Problem } from "../../../src/theory/batchnorm/problem.js";
import type { Approximation, Quantities, Quantity } from "../../../src/theory/batchnorm/route.js";
import { BromwichWeight } from "../../../src/theory/batchnorm/routes/fourier/bromwich.js";
import { fourier } from "../../../src/theory/batchnorm/routes/fourier/fourier.js";
import { laplace } from "../../../src/theory/batchnorm/routes/laplace/laplace.js";
import reference from "../../reference/batchnorm.json" with { type: "json" };
import independent from "../../reference/batchnorm-independent.json" with { type: "json" };
import { decimal, median } from "../../support/errors.js";

function problem(text: string, batch: number, weightVariance = 1): Problem {
  const phi = activation(text);
  return { activation: phi, psi: phi, batch, epsilon: 0, gamma: 1, beta: 0, weightVariance };
}

const solved = new Map<string, Quantities>();

function solve(text: string, batch: number, tolerance = 1e-12): Quantities {
  const key = `${text} ${batch} ${tolerance}`;
  const known = solved.get(key) ?? fourier.solve(problem(text, batch), "spectrum", tolerance).quantities;
  solved.set(key, known);
  return known;
}

const get = (quantities: Quantities, key: Quantity): Approximation => {
  const found = quantities[key];
  if (found === undefined) throw new Error(`no ${key}`);
  return found;
};

const unitOf = (key: Quantity, value: number, q: number): number =>
  key === "q" || key === "mu" || key === "crossC" ? q : Math.max(1, Math.abs(value));

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

interface Case {
  readonly quantity: Quantity;
  readonly value: number;
  readonly slack: number;
}

const networks = new Map<string, { text: string; batch: number; cases: Case[] }>();

function add(text: string, batch: number, name: string, decimals: string, digits: number): void {
  const quantity = names[name];
  if (quantity === undefined || !Number.isFinite(batch)) return;
  const value = decimal(decimals);
  // The reference is the limit of mollified activations; the route leaves backward M out where phi' has an infinite square.
  if (quantity === "backwardM" && /sign|step|sqrt/.test(text)) return;
  const key = `${text} ${batch}`;
  const network = networks.get(key) ?? { text, batch, cases: [] };
  network.cases.push({ quantity, value, slack: Math.abs(value) * 10 ** (1 - Math.min(digits, 17)) });
  networks.set(key, network);
}

for (const { activation: text, B, quantity, value, digits, params } of reference.values) {
  if (Object.keys(params).length === 0 && text !== "") add(text, Number(B), quantity, value, digits);
}
for (const r of independent.values) {
  const plain = r.epsilon === 0 && r.weightVariance === 1 && r.gamma === 1 && r.beta === 0;
  if (plain) add(r.activation, Number(r.batch), r.quantity, r.value, r.digits);
}

describe("fourier against references", () => {
  it("has enough of them", () => expect(networks.size).toBeGreaterThan(50));

  it.each([...networks.values()])("$text at B = $batch", ({ text, batch, cases }) => {
    const quantities = solve(text, batch);
    for (const { quantity, value, slack } of cases) {
      const got = get(quantities, quantity);
      if (value === Number.POSITIVE_INFINITY) {
        expect(got.value, quantity).toBe(value);
        continue;
      }
      expect(Math.abs(got.value - value), quantity).toBeLessThanOrEqual(got.error + slack);
      expect(got.error, quantity).toBeLessThan(1e-11 * Math.max(1, Math.abs(value)));
    }
  });

  it("does not overstate its errors", () => {
    const ratios = [...networks.values()].flatMap(({ text, batch, cases }) => {
      const quantities = solve(text, batch);
      const finite = cases.filter(({ value }) => Number.isFinite(value));
      return finite.map(({ quantity, value }) => {
        const got = get(quantities, quantity);
        return got.error / Math.max(Math.abs(got.value - value), 2 ** -53);
      });
    });
    expect(median(ratios)).toBeLessThan(1e3);
  });
});

describe("the Bromwich weight", () => {
  it("is t^(nu-1), what the sphere leaves on a plane or a line, to 2e-14", () => {
    for (const power of [0.5, 1, 1.5, 2, 3, 8, 31.5, 250, 5e3, 5e5, 5e7]) {
      const weight = new BromwichWeight(power, 1);
      const finer = new BromwichWeight(power, 0.7);
      const unit = weight.at(0);
      // Down to where the weight is e^-40 of the largest, or to t = 1e-9 n.
      const farthest = Math.min(20, 40 / Math.max(power, 1));
      for (let i = 1; i <= 50; i++) {
        const logRatio = (-farthest * i) / 50;
        const exact = Math.exp((power - 1) * logRatio);
        expect(Math.abs(weight.at(logRatio) / unit / exact - 1)).toBeLessThan(2e-14);
        expect(Math.abs(finer.at(logRatio) / weight.at(logRatio) - 1)).toBeLessThan(2e-14);
      }
    }
  });
});

describe("fourier against laplace", () => {
  const degrees = fc.constantFrom(0, 0.3, 0.6, 0.8, 1, 1.3, 1.5, 2, 2.5, 3);
  const slopes = fc.double({ min: -1, max: 1, noNaN: true }).map((x) => Math.round(x * 1000) / 1000);
  const batches = fc.constantFrom(4, 5, 6, 7, 8, 64, 1e4, 1e6, 1e8);

  it("agrees on every quantity of random homogeneous activations", () => {
    fc.assert(
      fc.property(degrees, slopes, batches, (a, left, batch) => {
        fc.pre(a > 0 || left < 0.9);
        const given = problem(a === 0 ? `x > 0 ? 1 : ${left}` : `x > 0 ? x^${a} : ${left}*abs(x)^${a}`, batch);
        const one = fourier.solve(given, "spectrum", 1e-12).quantities;
        const two = laplace.solve(given, "spectrum", 1e-13).quantities;
        for (const key of Object.keys(one) as Quantity[]) {
          const [p, q] = [get(one, key), get(two, key)];
          if (p.value === Number.POSITIVE_INFINITY) expect(q.value).toBe(p.value);
          else
            expect(Math.abs(p.value - q.value), `${key} of ${given.psi.text}, ${batch}`).toBeLessThanOrEqual(
              p.error + q.error,
            );
          expect(p.error).toBeLessThan(
            1e-11 * unitOf(key, Math.abs(p.value) === Infinity ? 1 : p.value, get(one, "q").value),
          );
        }
      }),
      { numRuns: 60, seed: 3 },
    );
  });
});

/** E f(z1) f(z2) and E f^2 from the density (1 - r^2)^((n-4)/2) in polar coordinates, on a plain fine grid. */
function direct(f: (x: number) => number, n: number): { product: number; square: number; mean: number } {
  const beta = Math.PI / 2 + Math.asin(1 / n);
  const [rings, spokes] = [600, 600];
  let [total, product, square, mean] = [0, 0, 0, 0];
  for (let i = 0; i < rings; i++) {
    const w = ((i + 0.5) / rings) * (Math.PI / 2);
    const weight = Math.sin(w) * Math.cos(w) ** (n - 3);
    const r = Math.sqrt(n) * Math.sin(w);
    for (let j = 0; j < spokes; j++) {
      const theta = ((j + 0.5) / spokes) * 2 * Math.PI;
      const [f1, f2] = [f(r * Math.cos(theta + beta / 2)), f(r * Math.cos(theta - beta / 2))];
      total += weight;
      product += weight * f1 * f2;
      square += weight * f1 * f1;
      mean += weight * f1;
    }
  }
  return { product: product / total, square: square / total, mean: mean / total };
}

describe("fourier with kinks anywhere", () => {
  const kinked = (b: readonly number[]) =>
    `tanh(x) + abs(x - ${b[0]}) - 2*relu(x - ${b[1]}) + 0.5*abs(x - ${b[2]})`.replace(/- -/g, "+ ");
  const places = fc.array(
    fc.double({ min: -3, max: 3, noNaN: true }).map((x) => Math.round(x * 100) / 100),
    { minLength: 3, maxLength: 3 },
  );

  it("agrees with the known density on a grid", () => {
    for (const batch of [4, 5, 6, 9, 20]) {
      for (const b of [
        [-1.2, 0.5, 1.7],
        [0, 1.41, -1.41],
        [1.5, 1.6, -2.9],
      ]) {
        const given = problem(kinked(b), batch);
        const { q, mu, crossC, c } = fourier.solve(given, "spectrum", 1e-12).quantities as Required<Quantities>;
        const plain = direct(given.psi.value, batch - 1);
        expect(Math.abs(q.value - plain.square)).toBeLessThan(6e-5 * q.value);
        expect(Math.abs(mu.value - plain.square + plain.product)).toBeLessThan(6e-5 * q.value);
        expect(Math.abs(c.value * q.value - plain.product)).toBeLessThan(6e-5 * q.value);
        expect(Math.abs(crossC.value - plain.mean ** 2)).toBeLessThan(6e-5 * q.value);
      }
    }
  });

  it("covers the change from coarse to fine, and reaches 1e-11", () => {
    fc.assert(
      fc.property(places, fc.constantFrom(4, 5, 8, 64, 1e6), (b, batch) => {
        const given = problem(kinked(b), batch);
        const fine = fourier.solve(given, "spectrum", 1e-12).quantities;
        const q = get(fine, "q").value;
        for (const tolerance of [1e-3, 1e-6, 1e-9]) {
          const coarse = fourier.solve(given, "spectrum", tolerance).quantities;
          for (const key of Object.keys(fine) as Quantity[]) {
            const [p, r] = [get(fine, key), get(coarse, key)];
            expect(p.error).toBeLessThan(1e-11 * unitOf(key, p.value, q));
            expect(Math.abs(p.value - r.value), `${key} of ${b}, ${batch}`).toBeLessThanOrEqual(p.error + r.error);
          }
        }
      }),
      { numRuns: 25, seed: 5 },
    );
  });

  it("takes kinks on the rim of the sphere and where both samples of a rim point meet one", () => {
    for (const b of [
      [-Math.sqrt(3), Math.sqrt(3), 0],
      [1 / Math.sqrt(3), -1 / Math.sqrt(3), 0.2],
      [1.7320508, -1.2, 0.1],
    ]) {
      for (const { value, error } of Object.values(solve(kinked(b), 4))) {
        expect(error).toBeLessThan(1e-11 * Math.max(1, value));
      }
    }
  });

  it("takes a power that is singular off zero", () => {
    const [one, two] = [solve("relu(x - 0.7)^1.5", 64), solve("relu(x - 0.7)^1.5", 64, 1e-6)];
    expect(get(one, "backwardG").error).toBeLessThan(1e-11);
    expect(Math.abs(get(one, "backwardG").value - get(two, "backwardG").value)).toBeLessThan(
      get(two, "backwardG").error,
    );
  });
});

describe("fourier at the edges", () => {
  it("gives the identity's rate and scales with the weight variance", () => {
    for (const batch of [4, 5, 8, 64, 1e4, 1e6, 1e8]) {
      const { value, error } = get(solve("x", batch), "backwardG");
      expect(Math.abs(value - (batch - 2) / (batch - 3))).toBeLessThanOrEqual(error);
    }
    const [one, three] = [1, 3].map((w) => fourier.solve(problem("tanh", 9, w), "spectrum", 1e-12).quantities);
    for (const key of Object.keys(one) as Quantity[]) {
      const factor = key === "q" || key === "mu" || key === "crossC" ? 3 : 1;
      expect(Math.abs(get(three, key).value - factor * get(one, key).value)).toBeLessThan(1e-13);
    }
  });

  it("answers Infinity where E phi'^2 diverges, and leaves backward M out", () => {
    for (const text of ["sign(x - 0.5)", "sqrt(abs(x))"]) {
      const quantities = solve(text, 8);
      expect(get(quantities, "backwardG").value).toBe(Number.POSITIVE_INFINITY);
      expect(get(quantities, "backwardL").value).toBe(Number.POSITIVE_INFINITY);
      expect(quantities.backwardM).toBeUndefined();
      expect(get(quantities, "forwardL").error).toBeLessThan(1e-11);
    }
  });

  it("is honest about an activation that the sphere never reaches", () => {
    const quantities = solve("relu(x - 6)", 8); // |z| <= sqrt(7)
    expect(get(quantities, "q").value).toBe(0);
    expect(get(quantities, "mu").value).toBe(0);
    expect(quantities.backwardG).toBeUndefined();
    for (const { value, error } of Object.values(quantities))
      expect(Number.isNaN(value) || Number.isNaN(error)).toBe(false);
  });

  it("charges what rounding hides next to a steep power", () => {
    for (const [text, least] of [
      ["relu(x - 0.7)^0.6", 1e-5],
      ["relu(x)^0.52", 1e-12],
    ] as const) {
      const { value, error } = get(solve(text, 8), "backwardG");
      expect(error).toBeGreaterThan(least);
      expect(error).toBeLessThan(1e-2 * value);
    }
    const slope = get(solve("relu(x)^0.52", 8), "backwardG");
    const exact = get(laplace.solve(problem("relu(x)^0.52", 8), "spectrum", 1e-13).quantities, "backwardG");
    expect(Math.abs(slope.value - exact.value)).toBeLessThan(slope.error + exact.error);
  });

  it("says when it cannot meet the tolerance", () => {
    const { backwardG } = solve("1e6 + tanh(x)", 8) as Required<Quantities>;
    expect(backwardG.error).toBeGreaterThan(1e-12);
    expect(Math.abs(backwardG.value - 1.3585481254113585)).toBeLessThan(backwardG.error);
  });

  it("refuses in words", () => {
    expect(fourier.refusal(problem("tanh", 3))).toContain("at least 4");
    expect(fourier.refusal(problem("tanh", Number.POSITIVE_INFINITY))).toContain("finite");
    expect(fourier.refusal({ ...problem("tanh", 8), epsilon: 0.1 })).toContain("epsilon");
    expect(fourier.refusal(problem("tanh", 8))).toBeNull();
  });
});
