import { describe, expect, it } from "vitest";
import { activation, batchNorm, type Estimate, gegenbauerExpansion, transition } from "../../../src/index.js";
import { UNIT_ROUNDOFF } from "../../../src/numeric/estimate.js";
import reference from "../../reference/batchnorm.json" with { type: "json" };
import { decimal, median, relativeError } from "../../support/errors.js";

interface Case {
  readonly quantity: string;
  readonly activation: string;
  readonly B: number;
  readonly params: Readonly<Record<string, string | number>>;
  readonly value: string;
  readonly digits: number;
}

function evaluate({ quantity, activation: text, B, params }: Case): Estimate {
  if (quantity === "alpha_c") return transition(B).alpha!;
  if (quantity === "a_k" || quantity === "c_k") {
    const k = Number(params.k);
    const expansion = gegenbauerExpansion({ activation: quantity === "c_k" ? "x" : text, batch: B }, k + 1);
    if (quantity === "a_k") return expansion.coefficients[k];
    return { value: expansion.gaps[k], error: 4 * UNIT_ROUNDOFF, method: "recurrence", evals: 0, converged: true };
  }
  const [epsilon, gamma, beta, weightVariance] = ["eps", "gamma", "beta", "sw2"].map((key) =>
    key in params ? Number(params[key]) : undefined,
  );
  const network = batchNorm({ activation: text, batch: B, epsilon, gamma, beta, weightVariance });
  const { fixedPoint, forward, backward, crossBatch } = network;
  const known: Record<string, () => Estimate | null> = {
    explosion_rate: () => network.rate,
    q: () => fixedPoint.q,
    c: () => fixedPoint.c,
    mu: () => fixedPoint.mu,
    eps_mu: () => fixedPoint.mu,
    fwd_L: () => forward.L,
    fwd_M: () => forward.M,
    bwd_L: () => backward.L,
    bwd_M: () => backward.M,
    eps_bwd_G: () => backward.G,
    cross_c: () => crossBatch.c,
    cross_fwd_eig: () => crossBatch.eigenvalue,
    cross_bwd_eig: () => crossBatch.eigenvalue,
  };
  const found = known[quantity]?.();
  if (!found) throw new Error(`no ${quantity}`);
  return found;
}

// Accuracy promised by class: 1e-13 where a closed form or a finite sum exists, 1e-12 for smooth activations.
const promised = (text: string) => (text.includes("tanh") ? 1e-12 : 1e-13);
const cases = reference.values as unknown as Case[];

describe("the given reference cases", () => {
  it.each(cases)("$quantity of $activation at B = $B", (row) => {
    const estimate = evaluate(row);
    const want = decimal(row.value);
    expect(relativeError(estimate.value, want)).toBeLessThanOrEqual(promised(row.activation));
    // the reference is a double here: half an ulp of it is not the route's error
    expect(Math.abs(estimate.value - want)).toBeLessThanOrEqual(estimate.error + UNIT_ROUNDOFF * Math.abs(want));
    expect(estimate.converged).toBe(true);
  });

  it("reported errors are within 1e4 of the true ones in the median", () => {
    const ratios = cases.map((row) => {
      const estimate = evaluate(row);
      const want = decimal(row.value);
      return estimate.error / Math.max(Math.abs(estimate.value - want), UNIT_ROUNDOFF * Math.abs(want));
    });
    const middle = median(ratios);
    console.log(
      `reported error / true error, ${ratios.length} cases: median ${middle.toPrecision(3)}, least ${Math.min(...ratios).toPrecision(3)}`,
    );
    expect(middle).toBeLessThanOrEqual(1e4);
    expect(middle).toBeGreaterThanOrEqual(1 - 1e-9);
  });

  it("reads the activation of the reference as the preset", () => {
    expect(activation("max(x,0)").facts.homogeneity.value).toEqual({ degree: 1, left: 0, right: 1 });
  });
});
