import lnGamma from "@stdlib/math-base-special-gammaln";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { activation, type BatchNorm, batchNorm, type Estimate, gegenbauerExpansion } from "../../../src/index.js";
import { newtonLegendre } from "../../../src/theorems/batchnorm/ways/newtonLegendre.js";
import {
  activationTexts as activations,
  homogeneous,
  kinked,
  polynomials,
  smooth,
} from "../../../src/verification/arbitraries/activationTexts.js";
import { batches } from "../../../src/verification/arbitraries/batches.js";

/** Laws that hold whatever the route: each is checked within the errors that the estimates report. */

const parenthesised = (x: number) => (x < 0 ? `(${x})` : `${x}`);
const show = ({ value, error, method }: Estimate) => `${value} +- ${error} (${method})`;

function expectSame(one: Estimate | null, other: Estimate | null, label: string, slack = 0): void {
  if (one === null || other === null) {
    expect(one, label).toBe(other);
    return;
  }
  if (one.value === other.value) return;
  const off = Math.abs(one.value - other.value);
  // writing the transformed activation rounds its coefficients, which the errors do not know of: a few dozen roundings
  const rewritten = 3e-15 * Math.max(Math.abs(one.value), 1e-3);
  expect(off, `${label}: ${show(one)}, ${show(other)}`).toBeLessThanOrEqual(
    one.error + other.error + rewritten + slack,
  );
}

/** Everything without a unit: the eigenvalues and the correlation of two batches. */
function expectSameSpectrum(one: BatchNorm, other: BatchNorm): void {
  const label = `${one.activation.text} and ${other.activation.text} at B = ${one.batch}`;
  for (const key of ["G", "L", "M"] as const) {
    expectSame(one.forward[key], other.forward[key], `forward ${key} of ${label}`);
    expectSame(one.backward[key], other.backward[key], `backward ${key} of ${label}`);
  }
  expectSame(one.rate, other.rate, `rate of ${label}`);
  expectSame(one.crossBatch.eigenvalue, other.crossBatch.eigenvalue, `cross batch of ${label}`);
}

const batchesAndInfinity = fc.oneof({ weight: 5, arbitrary: batches }, fc.constant(Infinity));
const identityRate = (batch: number) => (batch === Infinity ? 1 : (batch - 2) / (batch - 3));

describe("the identity", () => {
  it.each([4, 5, 6, 7, 8, 64, 1e4, 1e8, Infinity])("has rate (B-2)/(B-3) at B = %d", (batch) => {
    for (const text of ["x", "identity", "-3*x", "2*x + 1", "leaky_relu(1)"]) {
      const { rate } = batchNorm({ activation: text, batch });
      const off = Math.abs(rate.value - identityRate(batch));
      expect(off).toBeLessThanOrEqual(rate.error);
      // a few dozen roundings
      expect(off).toBeLessThanOrEqual(4e-15 * identityRate(batch));
      expect(rate.converged).toBe(true);
    }
  });
});

describe("laws of the backward spectrum", () => {
  it("Theorem 9: no activation has a rate below that of the identity", () => {
    fc.assert(
      fc.property(activations, batchesAndInfinity, (text, batch) => {
        const { rate, stability } = batchNorm({ activation: text, batch });
        // a kink beyond sqrt(B-1) leaves a constant: no theorem about it
        fc.pre(stability.verdict !== "collapsed");
        expect(rate.value + rate.error, `${text} at B = ${batch}`).toBeGreaterThanOrEqual(
          // the right side is rounded too
          identityRate(batch) * (1 - 2 ** -52),
        );
      }),
      { numRuns: 150 },
    );
  });

  it("backward G is the largest backward eigenvalue (Perron), forward G is zero", () => {
    fc.assert(
      fc.property(activations, batchesAndInfinity, (text, batch) => {
        const { forward, backward } = batchNorm({ activation: text, batch });
        const { G, L, M } = backward;
        for (const other of [L!, M!]) {
          expect(other.value - other.error, `${text} at B = ${batch}`).toBeLessThanOrEqual(G.value + G.error);
        }
        expect(Math.abs(forward.G.value)).toBeLessThanOrEqual(forward.G.error);
      }),
      { numRuns: 60 },
    );
  });
});

describe("invariances", () => {
  // a name that stands alone, such as relu, is no term of a sum or product
  const expressions = activations.filter((text) => /\bx\b/.test(text));
  const factors = fc.constantFrom(1e-6, 1e-3, 0.37, -1, -2.5, 1e3, 1e6);

  it("phi -> c phi changes no eigenvalue; q and mu scale with c^2", () => {
    fc.assert(
      fc.property(expressions, factors, batches, (text, factor, batch) => {
        const one = batchNorm({ activation: text, batch });
        const other = batchNorm({ activation: `${parenthesised(factor)}*(${text})`, batch });
        expectSameSpectrum(one, other);
        for (const key of ["q", "mu"] as const) {
          const { value, error, ...rest } = one.fixedPoint[key];
          const scaled = { value: value * factor * factor, error: error * factor * factor, ...rest };
          expectSame(scaled, other.fixedPoint[key], `${key} of ${text}`, 4e-16 * Math.abs(scaled.value));
        }
      }),
      { numRuns: 40 },
    );
  });

  it("phi -> phi + constant changes nothing but q and c", () => {
    fc.assert(
      fc.property(expressions, fc.constantFrom(-3, 0.5, 10), batches, (text, constant, batch) => {
        const one = batchNorm({ activation: text, batch });
        const other = batchNorm({ activation: `${text} + ${parenthesised(constant)}`, batch });
        expectSameSpectrum(one, other);
        expectSame(one.fixedPoint.mu, other.fixedPoint.mu, `mu of ${text}`);
      }),
      { numRuns: 40 },
    );
  });

  it("phi(x) -> phi(-x), by gamma = -1, changes nothing", () => {
    fc.assert(
      fc.property(activations, batches, (text, batch) => {
        const one = batchNorm({ activation: text, batch });
        const other = batchNorm({ activation: text, batch, gamma: -1 });
        expectSameSpectrum(one, other);
        expectSame(one.fixedPoint.q, other.fixedPoint.q, `q of ${text}`);
      }),
      { numRuns: 40 },
    );
  });

  it("without epsilon the weight variance scales q and mu, and nothing else", () => {
    fc.assert(
      fc.property(activations, fc.constantFrom(1e-3, 0.5, 2, 1e4), batches, (text, weightVariance, batch) => {
        const one = batchNorm({ activation: text, batch });
        const other = batchNorm({ activation: text, batch, weightVariance });
        expectSameSpectrum(one, other);
        const { value, error, ...rest } = one.fixedPoint.mu;
        const scaled = { value: value * weightVariance, error: error * weightVariance, ...rest };
        expectSame(scaled, other.fixedPoint.mu, `mu of ${text}`, 4e-16 * scaled.value);
      }),
      { numRuns: 40 },
    );
  });

  it("gamma does not matter to a homogeneous activation", () => {
    fc.assert(
      fc.property(homogeneous, fc.constantFrom(0.01, 0.5, 3, 100), batches, (text, gamma, batch) => {
        expectSameSpectrum(batchNorm({ activation: text, batch }), batchNorm({ activation: text, batch, gamma }));
      }),
      { numRuns: 30 },
    );
  });

  it.each(["tanh", "gelu", "relu", "hardtanh", "x + x^3"])("gamma = 1, beta = 0 said or not: %s", (text) => {
    const said = batchNorm({ activation: text, batch: 12, epsilon: 0, gamma: 1, beta: 0, weightVariance: 1 });
    expect(said.rate).toEqual(batchNorm({ activation: text, batch: 12 }).rate);
    expect(said.forward).toEqual(batchNorm({ activation: text, batch: 12 }).forward);
  });

  it("gamma and beta are the activation phi(gamma x + beta)", () => {
    const networks = fc.record({
      core: fc.constantFrom("tanh", "gelu", "elu", "softplus", "hardtanh", "relu"),
      gamma: fc.constantFrom(0.5, 2, -1.5),
      beta: fc.constantFrom(-0.7, 0.4, 1),
      epsilon: fc.constantFrom(0, 1e-3),
      batch: fc.constantFrom(16, 64, 1000),
    });
    fc.assert(
      fc.property(networks, ({ core, gamma, beta, epsilon, batch }) => {
        const written = `${core}(${parenthesised(gamma)}*x + ${parenthesised(beta)})`;
        const one = batchNorm({ activation: written, batch, epsilon });
        expectSameSpectrum(one, batchNorm({ activation: core, batch, gamma, beta, epsilon }));
      }),
      { numRuns: 15 },
    );
  });
});

describe("Gegenbauer coefficients", () => {
  // Activations whose coefficients have fallen below 1e-12 after 200 terms at every batch size.
  const entire = ["sin(2*x)", "erf(0.5*x)", "exp(0.5*x)", "gaussian(0.4*x + 0.2)", "x^3 - x^2", "cos(x - 1)"];

  it.each(entire.flatMap((text) => [4, 9, 64, 1e6].map((batch) => ({ text, batch }))))(
    "$text at B = $batch: sum a_k^2 = q, sum a_k^2 c_k = mu, and the rate of Theorem 9",
    ({ text, batch }) => {
      const { coefficients, gaps } = gegenbauerExpansion({ activation: text, batch }, 200);
      const { fixedPoint, rate } = batchNorm({ activation: text, batch });
      let [q, mu, gradient] = [0, 0, 0];
      coefficients.forEach(({ value }, k) => {
        const energy = value * value;
        q += energy;
        mu += energy * gaps[k];
        gradient += ((k * (batch - 3 + k)) / (batch - 3)) * energy * gaps[k];
      });
      // errors of 200 coefficients, each a few units of rounding of the largest; the factor k (B-3+k)/(B-3) lifts them
      expect(Math.abs(q - fixedPoint.q.value)).toBeLessThanOrEqual(1e-12 * q);
      expect(Math.abs(mu - fixedPoint.mu.value)).toBeLessThanOrEqual(1e-12 * q);
      expect(Math.abs(gradient / mu - rate.value)).toBeLessThanOrEqual(1e-11 * rate.value);
    },
  );

  it.each([4, 16, 1e5, Infinity])(
    "the odd part has the odd coefficients, the even part the even ones: B = %d",
    (batch) => {
      for (const name of ["gelu", "elu", "sigmoid", "exp"]) {
        const all = gegenbauerExpansion({ activation: name, batch }, 24).coefficients;
        for (const [sign, parity] of [
          ["-", 1],
          ["+", 0],
        ] as const) {
          const part = gegenbauerExpansion(
            { activation: `(${name}(x) ${sign} ${name}(-x))/2`, batch },
            24,
          ).coefficients;
          all.forEach((a, k) => {
            const want = k % 2 === parity ? a : { ...a, value: 0, error: 0 };
            expectSame(part[k], want, `a_${k} of the part of ${name}`, 1e-15);
          });
        }
      }
    },
  );

  it("gelu, silu and softplus have odd part x/2: a_1 = 1/2, a_3 = a_5 = 0", () => {
    for (const name of ["gelu", "silu", "softplus"]) {
      const { coefficients } = gegenbauerExpansion({ activation: name, batch: 32 }, 8);
      const exact = { ...coefficients[1], error: 0 };
      expectSame(coefficients[1], { ...exact, value: 0.5 }, `a_1 of ${name}`);
      for (const k of [3, 5, 7]) expectSame(coefficients[k], { ...exact, value: 0 }, `a_${k} of ${name}`);
    }
  });
});

describe("cross batch", () => {
  /** w e^2 with e of E[J] = e G: the backward side, by its own quadrature in the angle, cut at 0. */
  function backwardSide(text: string, batch: number, mu: number): number {
    const { derivative } = activation(text);
    const n = batch - 1;
    const { nodes, weights } = newtonLegendre(200);
    let [total, mean] = [0, 0];
    nodes.forEach((node, i) => {
      for (const side of [-1, 1]) {
        const angle = (side * Math.PI * (node + 1)) / 4;
        const weight = weights[i]! * Math.cos(angle) ** (n - 2);
        const z = Math.sqrt(n) * Math.sin(angle);
        total += weight;
        mean += weight * derivative(z) * (1 - (z * z) / n);
      }
    });
    const inverseRadius = Math.exp(lnGamma((n - 1) / 2) - lnGamma(n / 2)) / Math.SQRT2;
    const e = Math.sqrt(batch / mu) * inverseRadius * (mean / total);
    return e * e;
  }

  it("forward and backward are adjoint: the eigenvalue is the squared factor of E[J]", () => {
    const texts = fc.oneof(
      fc.constantFrom("relu", "elu", "leaky_relu(0.2)", "abs(x) + x^3", "tanh", "gelu", "x + x^3", "sin(x + 0.3)"),
      polynomials,
    );
    fc.assert(
      fc.property(texts, fc.integer({ min: 4, max: 200 }), (text, batch) => {
        const { crossBatch, fixedPoint } = batchNorm({ activation: text, batch });
        const want = backwardSide(text, batch, fixedPoint.mu.value);
        // lnGamma differences lose up to 1e-13 at B = 200
        const slack = 1e-12 * Math.max(1, want) + crossBatch.eigenvalue.error;
        expect(Math.abs(crossBatch.eigenvalue.value - want), `${text} at B = ${batch}`).toBeLessThanOrEqual(slack);
      }),
      { numRuns: 60 },
    );
  });

  it("the eigenvalue is at most 1", () => {
    fc.assert(
      fc.property(fc.oneof(smooth, kinked, homogeneous), batchesAndInfinity, (text, batch) => {
        const { value, error } = batchNorm({ activation: text, batch }).crossBatch.eigenvalue;
        expect(value - error, `${text} at B = ${batch}`).toBeLessThanOrEqual(1);
        expect(value + error).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 40 },
    );
  });
});
