import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tridiagonalEigenvalues } from "../../src/numeric/linearAlgebra/tridiagonalEigenvalues.js";
import { gaussGegenbauer } from "../../src/numeric/quadrature/gaussGegenbauer.js";
import { gaussHermite } from "../../src/numeric/quadrature/gaussHermite.js";
import { gaussJacobi } from "../../src/numeric/quadrature/gaussJacobi.js";
import { gaussLaguerre } from "../../src/numeric/quadrature/gaussLaguerre.js";
import { gaussLegendre } from "../../src/numeric/quadrature/gaussLegendre.js";
import { golubWelsch } from "../../src/numeric/quadrature/golubWelsch.js";
import { affineRule, applyRule, applyToValues, type Rule } from "../../src/numeric/quadrature/rule.js";
import { compensatedSum } from "../../src/numeric/sum.js";
import reference from "../reference/quadrature.json" with { type: "json" };

/** |rule - exact| / sum of |terms| for the monomial base(x)^k. */
function momentError(rule: Rule, base: (x: number) => number, k: number, exact: number): number {
  const terms = rule.nodes.map((x, i) => rule.weights[i] * base(x) ** k);
  const size = compensatedSum(terms.map(Math.abs));
  return size === 0 ? Math.abs(exact) : Math.abs(compensatedSum(terms) - exact) / size;
}

/** Unit: sum of |terms|. Nodes are rounded to 2^-53, which moves x^k by k 2^-53, at most 4.5e-15 at k = 40; the rest is margin 2. */
const MOMENT = 1e-14;
const HIGHEST = 40;

const degree = (n: number): fc.Arbitrary<number> => fc.integer({ min: 0, max: Math.min(HIGHEST, 2 * n - 1) });
const sized = fc
  .oneof(fc.integer({ min: 1, max: 80 }), fc.constantFrom(1, 2, 3, 200, 333))
  .chain((n) => fc.record({ n: fc.constant(n), k: degree(n) }));

/** Rising product (x)_k / (y)_k. */
function risingRatio(x: number, y: number, k: number): number {
  let value = 1;
  for (let i = 0; i < k; i++) value *= (x + i) / (y + i);
  return value;
}

function doubleFactorialMoment(k: number): number {
  let value = k % 2 === 0 ? 1 : 0;
  for (let i = 1; i < k; i += 2) value *= i;
  return value;
}

describe("moments", () => {
  it("Legendre: integral of x^k is 2/(k+1) for even k, 0 for odd", () => {
    fc.assert(
      fc.property(sized, ({ n, k }) => {
        expect(momentError(gaussLegendre(n), (x) => x, k, k % 2 === 0 ? 2 / (k + 1) : 0)).toBeLessThan(MOMENT);
      }),
    );
  });

  it.each([1000, 1001, 4096])("Legendre n = %i: orthonormal polynomials near the highest degree", (n) => {
    const rule = gaussLegendre(n);
    for (const k of [0, 2, 20]) expect(momentError(rule, (x) => x, k, 2 / (k + 1))).toBeLessThan(MOMENT);
    // sum w cos^2-like: P_m^2 integrates to 2/(2m+1) for m = n-1. The values of P_m near +-1 carry m^2 2^-53 of node rounding,
    // which their weights (1/m^2 each) bring back to a few 1e-14.
    const square = applyRule(rule, (x) => legendre(n - 1, x) ** 2);
    expect(Math.abs((square * (2 * n - 1)) / 2 - 1)).toBeLessThan(5e-13);
  });

  it("Hermite: E Z^k is (k-1)!!", () => {
    fc.assert(
      fc.property(sized, ({ n, k }) => {
        expect(momentError(gaussHermite(n), (x) => x, k, doubleFactorialMoment(k))).toBeLessThan(MOMENT);
      }),
    );
  });

  const lambda = fc.oneof(
    fc.double({ min: -0.49, max: 60, noNaN: true }),
    fc.double({ min: 1.8, max: 8, noNaN: true }).map((e) => 10 ** e),
    fc.constantFrom(-0.25, 0, 0.5, 1, 50, 50.5, 1e8),
  );
  it("Gegenbauer: E t^(2j) is (1/2)_j / (lambda+1)_j", () => {
    fc.assert(
      fc.property(sized, lambda, ({ n, k }, l) => {
        const exact = k % 2 === 0 ? risingRatio(0.5, l + 1, k / 2) : 0;
        expect(momentError(gaussGegenbauer(n, l), (x) => x, k, exact)).toBeLessThan(MOMENT);
      }),
      { numRuns: 300 },
    );
  });

  const exponent = fc.oneof(
    fc.double({ min: -0.98, max: 60, noNaN: true }),
    fc.double({ min: 1.8, max: 8, noNaN: true }).map((e) => 10 ** e),
    fc.constantFrom(-0.5, 0, 0.5, 1e8),
  );
  it("Jacobi: (1+x)/2 is Beta(beta+1, alpha+1), taken from the end farther from the mass", () => {
    fc.assert(
      fc.property(sized, exponent, exponent, ({ n, k }, alpha, beta) => {
        const rule = gaussJacobi(n, alpha, beta);
        const [near, base] = alpha > beta ? [alpha, (x: number) => (1 - x) / 2] : [beta, (x: number) => (1 + x) / 2];
        const exact = risingRatio(near + 1, alpha + beta + 2, k);
        expect(momentError(rule, base, k, exact)).toBeLessThan(MOMENT);
      }),
      { numRuns: 300 },
    );
  });

  it("Laguerre: E x^k is (alpha+1)_k", () => {
    fc.assert(
      fc.property(sized, exponent, ({ n, k }, alpha) => {
        const rule = gaussLaguerre(n, alpha);
        const scale = alpha + 1;
        let exact = 1;
        for (let i = 0; i < k; i++) exact *= (alpha + 1 + i) / scale;
        expect(momentError(rule, (x) => x / scale, k, exact)).toBeLessThan(MOMENT);
      }),
      { numRuns: 300 },
    );
  });
});

function legendre(m: number, x: number): number {
  let [before, p] = [0, 1];
  for (let k = 0; k < m; k++) [before, p] = [p, ((2 * k + 1) * x * p - k * before) / (k + 1)];
  return p;
}

interface Row {
  readonly nodes: readonly string[];
  readonly weights: readonly string[];
}

/**
 * Units: nodes in 2^-52 of the interval's scale; weights relative. A node's own rounding reaches its weight through
 * d log w / dx, up to 2 / (1-x^2) at the ends, so the weight limit is 1e-14 with nodes in relative form, `weightLimit` otherwise.
 */
function compare(rule: Rule, row: Row, scale: number, weightLimit = 1e-14): void {
  expect(rule.nodes.length).toBe(row.nodes.length);
  row.nodes.forEach((text, i) => {
    expect(Math.abs(rule.nodes[i] - Number(text)), `node ${i}`).toBeLessThanOrEqual(3 * 2 ** -52 * scale);
    const weight = Number(row.weights[i]);
    expect(Math.abs(rule.weights[i] - weight) / weight, `weight ${i}`).toBeLessThanOrEqual(weightLimit);
  });
}

describe("60-digit references", () => {
  it.each(reference.legendre)("Legendre n = $n", (row) => compare(gaussLegendre(row.n), row, 0.5));
  it.each(reference.jacobi)("Jacobi n = $n ($alpha, $beta)", (row) => {
    compare(gaussJacobi(row.n, Number(row.alpha), Number(row.beta)), row, 1);
  });
  it.each(reference.gegenbauer)("Gegenbauer n = $n, lambda $lambda_", (row) => {
    const lambda = Number(row.lambda_);
    compare(gaussGegenbauer(row.n, lambda), row, Math.min(1, 4 / Math.sqrt(lambda + 1)));
  });
  // d log w / dx = x reaches 12 at n = 40, where x = 12 has a rounding of 2^-50: 2e-14.
  it.each(reference.hermite)("Hermite n = $n", (row) => compare(gaussHermite(row.n), row, 8, 4e-14));
  it.each(reference.laguerre)("Laguerre n = $n, alpha $alpha", (row) => {
    const alpha = Number(row.alpha);
    // d log w / d log x = x - alpha - 1 reaches 50: 50 roundings.
    compare(gaussLaguerre(row.n, alpha), row, Number(row.nodes[row.n - 1]), 4e-14);
  });
});

describe("shape", () => {
  it("symmetric rules are exactly symmetric, nodes ascend, weights are positive", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 90 }), fc.double({ min: -0.49, max: 1e4, noNaN: true }), (n, lambda) => {
        for (const rule of [
          gaussLegendre(n),
          gaussHermite(n),
          gaussGegenbauer(n, lambda),
          gaussJacobi(n, lambda, lambda),
        ]) {
          for (let i = 0; i < n; i++) {
            expect(rule.nodes[i] + rule.nodes[n - 1 - i]).toBe(0);
            expect(rule.weights[i]).toBe(rule.weights[n - 1 - i]);
            expect(rule.weights[i]).toBeGreaterThan(0);
            if (i > 0) expect(rule.nodes[i]).toBeGreaterThan(rule.nodes[i - 1]);
          }
        }
      }),
    );
  });

  it("Jacobi under a swap of its exponents", () => {
    const left = gaussJacobi(17, 0.3, 2.5);
    const right = gaussJacobi(17, 2.5, 0.3);
    for (let i = 0; i < 17; i++) {
      expect(Math.abs(left.nodes[i] + right.nodes[16 - i])).toBeLessThan(4 * 2 ** -53);
      expect(Math.abs(left.weights[i] / right.weights[16 - i] - 1)).toBeLessThan(1e-14);
    }
  });

  it("Hermite weights fade to 0, never to NaN", () => {
    const { weights } = gaussHermite(1000);
    expect(weights.every((w) => w >= 0 && w < 1)).toBe(true);
    expect(weights[0]).toBe(0);
  });

  it("Legendre start and eigenproblem agree: two routes to the same nodes", () => {
    for (const n of [2, 7, 50, 129]) {
      const newton = gaussLegendre(n);
      const eigen = gaussGegenbauer(n, 0.5);
      for (let i = 0; i < n; i++) {
        expect(Math.abs(newton.nodes[i] - eigen.nodes[i])).toBeLessThanOrEqual(2 ** -53);
        expect(Math.abs(newton.weights[i] / (2 * eigen.weights[i]) - 1)).toBeLessThan(1e-14);
      }
    }
  });
});

describe("bad input", () => {
  it.each([0, -1, 1.5, Number.NaN, 1e6])("n = %d is refused", (n) => {
    for (const make of [gaussLegendre, gaussHermite, gaussLaguerre]) {
      expect(() => make(n)).toThrowError(expect.objectContaining({ code: "domain" }));
    }
  });
  it.each([-1, -2, Number.NaN, Number.POSITIVE_INFINITY])("exponent %d is refused", (alpha) => {
    expect(() => gaussJacobi(4, alpha, 0)).toThrowError(expect.objectContaining({ code: "domain" }));
    expect(() => gaussJacobi(4, 0, alpha)).toThrowError(expect.objectContaining({ code: "domain" }));
    expect(() => gaussLaguerre(4, alpha)).toThrowError(expect.objectContaining({ code: "domain" }));
    expect(() => gaussGegenbauer(4, alpha)).toThrowError(expect.objectContaining({ code: "domain" }));
  });
  it("a Jacobi matrix must be sound", () => {
    expect(() => golubWelsch(new Float64Array(3), new Float64Array(3))).toThrowError(/length/);
    expect(() => golubWelsch(new Float64Array(3), Float64Array.of(1, 0))).toThrowError(/positive/);
    expect(() => tridiagonalEigenvalues(new Float64Array(0), new Float64Array(0))).toThrowError(/length/);
  });
});

describe("rule helpers", () => {
  it("affineRule integrates over [a, b]", () => {
    const rule = affineRule(gaussLegendre(12), 0, 3);
    expect(applyRule(rule, (x) => x * x)).toBeCloseTo(9, 14);
    expect(
      applyToValues(
        rule,
        rule.nodes.map((x) => x),
      ),
    ).toBeCloseTo(4.5, 14);
    expect(() => affineRule(rule, 1, 1)).toThrowError(expect.objectContaining({ code: "domain" }));
    expect(() => applyToValues(rule, new Float64Array(3))).toThrowError(expect.objectContaining({ code: "domain" }));
    expect(affineRule(gaussGegenbauer(5, 1), 2, 4, false).weights).toEqual(gaussGegenbauer(5, 1).weights);
  });

  it("golubWelsch handles a general matrix: discrete uniform on 0..n is its own rule", () => {
    // Discrete Chebyshev (DLMF 18.19): on 0..N, a = N/2, b_k^2 = k^2 ((N+1)^2 - k^2) / (4 (4k^2 - 1)).
    const N = 9;
    const off = Float64Array.from({ length: N }, (_, i) => {
      const k = i + 1;
      return Math.sqrt((k * k * ((N + 1) ** 2 - k * k)) / (4 * (4 * k * k - 1)));
    });
    const rule = golubWelsch(new Float64Array(N + 1).fill(N / 2), off);
    rule.nodes.forEach((x, i) => {
      expect(Math.abs(x - i)).toBeLessThan(1e-13);
    });
    rule.weights.forEach((w) => {
      expect(Math.abs(w * (N + 1) - 1)).toBeLessThan(1e-12);
    });
  });
});
