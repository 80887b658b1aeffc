import { describe, expect, it } from "vitest";
import { batchNorm, type Estimate } from "../../../src/index.js";
import { UNIT_ROUNDOFF } from "../../../src/numeric/estimate.js";
import reference from "../../reference/batchnorm-independent.json" with { type: "json" };
import { decimal, median } from "../../support/errors.js";

interface Case {
  readonly quantity: string;
  readonly activation: string;
  readonly batch: number | string;
  readonly epsilon: number;
  readonly gamma: number;
  readonly beta: number;
  readonly weightVariance: number;
  readonly value: string;
  readonly digits: number;
}

const cases = reference.values as unknown as Case[];

/** One network for all its quantities. */
const groups = new Map<string, Case[]>();
for (const row of cases) {
  const { activation, batch, epsilon, gamma, beta, weightVariance } = row;
  const key = JSON.stringify({ activation, batch, epsilon, gamma, beta, weightVariance });
  groups.set(key, [...(groups.get(key) ?? []), row]);
}

function estimates(key: string): Record<string, Estimate | null> {
  const { batch, ...rest } = JSON.parse(key);
  const network = batchNorm({ ...rest, batch: batch === "inf" ? Infinity : batch });
  const { fixedPoint, forward, backward, crossBatch } = network;
  return {
    q: fixedPoint.q,
    c: fixedPoint.c,
    mu: fixedPoint.mu,
    fwd_G: forward.G,
    fwd_L: forward.L,
    fwd_M: forward.M,
    bwd_G: backward.G,
    bwd_L: backward.L,
    bwd_M: backward.M,
    cross_c: crossBatch.c,
    cross_eig: crossBatch.eigenvalue,
  };
}

const ratios: number[] = [];

describe("independent references, made without our formulas", () => {
  it.each([...groups.keys()])("%s", (key) => {
    const found = estimates(key);
    for (const row of groups.get(key)!) {
      const estimate = found[row.quantity];
      // the reference's q is the diagonal of V; ours that of Sigma = weightVariance V, so that mu = q (1-c)
      const want = decimal(row.value) * (row.quantity === "q" ? row.weightVariance : 1);
      const label = `${row.quantity} of ${row.activation} at B = ${row.batch}`;
      expect(estimate, label).toBeTruthy();
      if (want === Infinity) {
        expect(estimate!.value, label).toBe(Infinity);
        continue;
      }
      // one unit in the last digit that the reference trusts
      const known =
        10 ** (Math.floor(Math.log10(Math.abs(want) || 1)) + 1 - row.digits) + UNIT_ROUNDOFF * Math.abs(want);
      const off = Math.abs(estimate!.value - want);
      expect(
        off,
        `${label}: ${estimate!.value} +- ${estimate!.error} (${estimate!.method}), want ${row.value}`,
      ).toBeLessThanOrEqual(estimate!.error + known);
      expect(estimate!.converged, label).toBe(true);
      ratios.push(estimate!.error / Math.max(off, known));
    }
  });

  it("reported errors are within 1e4 of the true ones in the median", () => {
    console.log(
      `reported error / true error (or the reference's), ${ratios.length} values: median ${median(ratios).toPrecision(3)}`,
    );
    expect(ratios.length).toBeGreaterThan(200);
    expect(median(ratios)).toBeLessThanOrEqual(1e4);
  });
});
