import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { multiply } from "../../../../src/numeric/linearAlgebra/denseMatrix.js";
import { batchNormBackward } from "../../../../src/theory/ladder/batchNorm/batchNormBackward.js";
import { batchNormProjection } from "../../../../src/theory/ladder/batchNorm/batchNormProjection.js";
import {
  eventProduct,
  ladderBatchNorm,
  ladderBatchNormBackward,
} from "../../../../src/theory/ladder/batchNorm/ladderBatchNorm.js";
import { largestGap } from "../cases.js";

const entry = fc.integer({ min: -3000, max: 3000 }).map((k) => k / 1000);
/** Equally likely atoms: event, activation, gradient. Two events at least, with different activations. */
const atoms = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 3 }), entry, entry), { minLength: 3, maxLength: 24 })
  .filter((list) => Math.max(...list.map(([, f]) => f)) - Math.min(...list.map(([, f]) => f)) > 0.01);

/** Conditional means and (co)variances of atoms by their events. */
function conditionals(list: readonly (readonly [number, number, number])[]) {
  const events = [...new Set(list.map(([z]) => z))].sort();
  const groups = events.map((z) => list.filter(([own]) => own === z));
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const f = groups.map((group) => mean(group.map(([, x]) => x)));
  const g = groups.map((group) => mean(group.map(([, , x]) => x)));
  return {
    events,
    probabilities: groups.map((group) => group.length / list.length),
    f,
    g,
    variances: groups.map((group, z) => mean(group.map(([, x]) => (x - f[z]!) ** 2))),
    covariances: groups.map((group, z) => mean(group.map(([, x, y]) => (x - f[z]!) * (y - g[z]!)))),
    meanOf: (values: readonly number[]) => events.map((z) => mean(values.filter((_, i) => list[i]![0] === z))),
  };
}

describe("ladderBatchNorm", () => {
  it("gives the conditional means of batch norm over the atoms, forward and backward, with the variances within events", () => {
    fc.assert(
      fc.property(atoms, fc.constantFrom(0, 0.3), (list, epsilon) => {
        const { probabilities, f, g, variances, covariances, meanOf } = conditionals(list);
        const options = { c1: 1.3, c0: -0.4, epsilon };
        const whole = batchNormBackward(
          list.map(([, x]) => x),
          list.map(([, , x]) => x),
          options,
        );
        const ladder = ladderBatchNorm(probabilities, f, { ...options, variances });
        expect(ladder.mean).toBeCloseTo(whole.mean, 12);
        expect(ladder.variance.total).toBeCloseTo(whole.sigma ** 2, 12);
        expect(largestGap([ladder.output], [meanOf(whole.output)])).toBeLessThan(1e-10);
        const back = ladderBatchNormBackward(probabilities, f, g, { ...options, variances, covariances });
        // s may be as small as 0.002
        expect(largestGap([back], [meanOf(whole.inputGradient)])).toBeLessThan(1e-8);
      }),
    );
  });

  it("loses the variance within events as eq. (12) is printed: two atoms that cancel", () => {
    const { variance } = ladderBatchNorm([0.5, 0.5], [0, 1], { variances: [1, 0] });
    expect(variance).toEqual({ between: 0.25, within: 0.5, total: 0.75 });
  });

  it("is batchNormProjection for equally likely events without variance", () => {
    const f = [0.3, -0.9, 1.4, 0.2];
    const { jacobian, isProjection } = ladderBatchNorm([0.25, 0.25, 0.25, 0.25], f, { c1: 0.7 });
    expect(largestGap(jacobian, batchNormProjection(f, { c1: 0.7 }).jacobian)).toBeLessThan(1e-15);
    expect(isProjection).toBe(true);
  });

  it("has a Jacobian that is the difference quotient's limit, self-adjoint under E_z, and a projection without variances", () => {
    const p = [0.1, 0.2, 0.3, 0.4];
    const f = [0.5, -1, 2, 0.25];
    const variances = [0.2, 0, 0.1, 0.4];
    const { jacobian } = ladderBatchNorm(p, f, { variances, c1: 1.5 });
    const h = 1e-5;
    for (let k = 0; k < 4; k++) {
      const at = (shift: number) =>
        ladderBatchNorm(
          p,
          f.map((x, z) => (z === k ? x + shift : x)),
          { variances, c1: 1.5 },
        ).output;
      const [up, down] = [at(h), at(-h)];
      // central differences: h^2 and roundoff / h
      for (let z = 0; z < 4; z++) expect(Math.abs((up[z]! - down[z]!) / (2 * h) - jacobian[z]![k]!)).toBeLessThan(1e-9);
    }
    const [a, b] = [
      [1, -2, 0.5, 3],
      [0.3, 0.1, -1, 2],
    ];
    const apply = (J: readonly (readonly number[])[], x: readonly number[]) =>
      multiply(
        J,
        x.map((v) => [v]),
      ).map(([v]) => v!);
    expect(eventProduct(p, apply(jacobian, a), b)).toBeCloseTo(eventProduct(p, a, apply(jacobian, b)), 14);
    const plain = ladderBatchNorm(p, f).jacobian;
    const shape = plain.map((row) => row.map((x) => x * Math.sqrt(ladderBatchNorm(p, f).variance.total)));
    expect(largestGap(multiply(shape, shape), shape)).toBeLessThan(1e-14);
    expect(largestGap([apply(plain, f)], [[0, 0, 0, 0]])).toBeLessThan(1e-14);
  });

  it("shrinks a gradient along f by the share of the variance within events", () => {
    const p = [0.5, 0.5];
    const { eigenvalues, isProjection } = ladderBatchNorm(p, [0, 2], { variances: [1, 1] });
    expect(eigenvalues.along).toBeCloseTo(eigenvalues.across * 0.5, 14);
    expect(isProjection).toBe(false);
    const back = ladderBatchNormBackward(p, [0, 2], [-1, 1], { variances: [1, 1] });
    expect(largestGap([back], [[-eigenvalues.along, eigenvalues.along]])).toBeLessThan(1e-15);
  });

  it("does not count events of probability zero, and gives them an output", () => {
    const { mean, variance, output } = ladderBatchNorm([0, 0.5, 0.5], [100, 1, 3]);
    expect([mean, variance.between]).toEqual([2, 1]);
    expect(output).toEqual([98, -1, 1]);
    expect(() => ladderBatchNorm([0, 1], [5, 2])).toThrow(/constant 2/);
  });

  it.each([
    [[0.5, 0.6], [1, 2], {}, /sum 1.1/],
    [[-0.5, 1.5], [1, 2], {}, /probabilities\[0\] = -0.5/],
    [[1], [1, 2], {}, /probabilities\.length/],
    [[0.5, 0.5], [1, 2], { variances: [-1, 0] }, /variances\[0\]/],
    [[0.5, 0.5], [1, Number.NaN], {}, /means\[1\]/],
  ])("names what is wrong with %j, %j, %j", (p, f, options, message) => {
    expect(() => ladderBatchNorm(p, f, options)).toThrow(message);
  });
});
