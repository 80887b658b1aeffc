import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compositionalFamily } from "../../../../src/theory/grouping/geometry/compositionalFamily.js";
import { exponentialFamily } from "../../../../src/theory/grouping/geometry/exponentialFamily.js";
import { familyDivergences } from "../../../../src/theory/grouping/geometry/familyDivergences.js";
import { familyMoments } from "../../../../src/theory/grouping/geometry/familyMoments.js";
import { legendreDual } from "../../../../src/theory/grouping/geometry/legendreDual.js";
import { largestDifference } from "../probability/arbitraries.js";

const coordinate = fc.integer({ min: -8, max: 8 }).map((k) => k / 4);
const parameter = fc.double({ min: -3, max: 3, noNaN: true });

/** Points that contain a simplex, so that no family is singular, and parameters. */
const families = fc.integer({ min: 1, max: 4 }).chain((d) => {
  const corner = Array.from({ length: d + 1 }, (_, k) => Array.from({ length: d }, (__, i) => Number(k === i)));
  const more = fc.array(fc.array(coordinate, { minLength: d, maxLength: d }), { maxLength: 4 });
  const theta = fc.array(parameter, { minLength: d, maxLength: d });
  return fc.record({ points: more.map((rows) => [...corner, ...rows]), theta, other: theta });
});

describe("moments of a family", () => {
  it("are those of sums of exponentials", () => {
    fc.assert(
      fc.property(families, ({ points, theta }) => {
        const weights = points.map((row) => Math.exp(row.reduce((sum, x, i) => sum + x * theta[i], 0)));
        const total = weights.reduce((sum, w) => sum + w, 0);
        const { psi, eta, probabilities } = familyMoments(exponentialFamily(points), theta);
        expect(psi).toBeCloseTo(Math.log(total), 12);
        expect(
          largestDifference(
            probabilities,
            weights.map((w) => w / total),
          ),
        ).toBeLessThan(1e-13);
        expect(
          largestDifference(
            eta,
            theta.map((_, i) => points.reduce((sum, row, k) => sum + (row[i] * weights[k]) / total, 0)),
          ),
        ).toBeLessThan(1e-13);
      }),
    );
  });

  it("move with the statistics: psi by <theta, c>, eta by c, the metric not at all", () => {
    const points = [
      [0, 0],
      [1, 0],
      [0, 1],
      [2, 1],
    ];
    const theta = [0.4, -0.7];
    const moved = points.map(([x, y]) => [x + 1e6, y - 3e6]);
    const [here, there] = [points, moved].map((rows) => familyMoments(exponentialFamily(rows), theta));
    expect(there.psi - here.psi).toBeCloseTo(1e6 * 0.4 + 3e6 * 0.7, 8);
    expect(largestDifference(there.eta, [here.eta[0] + 1e6, here.eta[1] - 3e6])).toBeLessThan(1e-8);
    expect(largestDifference(there.fisherMetric.flat(), here.fisherMetric.flat())).toBeLessThan(1e-9);
  });

  it("count points of weight 0 for nothing and equal points together", () => {
    const once = familyMoments(exponentialFamily([[0], [1]], [1, 2]), [0.3]);
    const apart = familyMoments(exponentialFamily([[0], [1], [5], [1]], [1, 1, 0, 1]), [0.3]);
    expect(largestDifference([apart.psi, apart.eta[0]], [once.psi, once.eta[0]])).toBeLessThan(1e-15);
    expect(familyMoments(exponentialFamily([[0], [1]], [3, 6]), [0.3]).psi).toBeCloseTo(once.psi + Math.log(3), 14);
  });

  it("do not overflow", () => {
    const { psi, eta, fisherMetric } = familyMoments(exponentialFamily([[-1], [1]]), [1e90]);
    expect([psi, eta, fisherMetric]).toEqual([1e90, [1], [[0]]]);
  });
});

describe("the Legendre dual", () => {
  it("finds theta within its certified error", () => {
    fc.assert(
      fc.property(families, ({ points, theta }) => {
        const family = exponentialFamily(points);
        const { eta, psi } = familyMoments(family, theta);
        const dual = legendreDual(family, eta);
        const distance = Math.hypot(...dual.theta.map((x, i) => (x - theta[i]) * family.halfRanges[i]));
        expect(distance).toBeLessThanOrEqual(dual.error.theta);
        // the bound is useful: far smaller than theta
        expect(dual.error.theta).toBeLessThan(1e-6);
        expect(dual.residual).toBeLessThan(1e-14);
        const value = theta.reduce((sum, x, i) => sum + x * eta[i], -psi);
        expect(Math.abs(dual.psiStar - value)).toBeLessThanOrEqual(dual.error.psiStar + 1e-14);
      }),
    );
  });

  it("is negative entropy for two points, up to 1e-12 of the ends", () => {
    const family = exponentialFamily([[0], [1]]);
    for (const eta of [0.5, 0.2, 0.999, 1e-6, 1 - 1e-12]) {
      const { theta, psiStar, error } = legendreDual(family, [eta]);
      expect(psiStar).toBeCloseTo(eta * Math.log(eta) + (1 - eta) * Math.log1p(-eta), 13);
      expect(Math.abs(theta[0] - Math.log(eta / (1 - eta)))).toBeLessThan(2 * error.theta + 1e-14);
    }
  });

  it("does not depend on the units of the statistics", () => {
    const rows = [
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 2],
    ];
    const scaled = rows.map(([x, y]) => [1e-8 * x, 1e8 * y]);
    const plain = legendreDual(exponentialFamily(rows), [0.6, 0.9]);
    const other = legendreDual(exponentialFamily(scaled), [0.6e-8, 0.9e8]);
    expect(other.psiStar).toBeCloseTo(plain.psiStar, 12);
    expect(
      largestDifference(
        other.theta.map((x, i) => x * [1e-8, 1e8][i]),
        plain.theta,
      ),
    ).toBeLessThan(1e-12);
  });

  it("exists inside a segment of many points, and is refused beyond 2000 of them too", () => {
    const family = exponentialFamily(Array.from({ length: 3000 }, (_, k) => [k / 2999]));
    expect(legendreDual(family, [0.25]).residual).toBeLessThan(1e-13);
    expect(() => legendreDual(family, [1])).toThrow(/on the boundary of the convex hull of the statistics or outside/);
  });
});

describe("divergences of members", () => {
  it("are three ways to one number, both ways round", () => {
    fc.assert(
      fc.property(families, ({ points, theta, other }) => {
        const { psi, psiStar, kl, error } = familyDivergences(exponentialFamily(points), theta, other);
        for (const [a, b] of [
          [psi.printed, kl.forward],
          [psiStar.reversed, kl.forward],
          [psi.reversed, kl.reverse],
          [psiStar.printed, kl.reverse],
        ]) {
          expect(Math.abs(a - b)).toBeLessThanOrEqual(error + 1e-14 * Math.abs(b));
        }
      }),
    );
  });

  it("keep their digits between near members, where the Bregman form has none", () => {
    const family = exponentialFamily([[0], [1], [3]]);
    const { kl, members } = familyDivergences(family, [0.5], [0.5 + 2 ** -30]);
    expect(kl.forward / (members[0].fisherMetric[0][0] * 2 ** -61)).toBeCloseTo(1, 8);
  });

  it("are 0 of equal members, and finite between members far apart", () => {
    const family = exponentialFamily([[0], [1], [3]]);
    expect(familyDivergences(family, [0.5], [0.5]).kl).toEqual({ forward: 0, reverse: 0 });
    const { kl } = familyDivergences(family, [12], [-30]);
    expect(kl.forward).toBeCloseTo(90, 3);
    expect(kl.reverse).toBeCloseTo(36, 3);
  });
});

describe("compositional families", () => {
  const f = [
    [0, 0],
    [0.7, -0.3],
  ];
  const g = [
    [1, 0.5],
    [-1, 2],
    [0.3, -0.7],
  ];

  it("with counting measure have psi = log of the number of pairs where f = 0", () => {
    const { psiJoint, probabilities } = compositionalFamily([[0], [0]], [[1], [2], [5]]);
    expect(psiJoint).toBeCloseTo(Math.log(6), 14);
    expect(probabilities).toEqual([0.5, 0.5]);
  });

  it("give a value of h without weight no probability and no gradient", () => {
    const { probabilities, jointGradient } = compositionalFamily(f, g, { nu: [1, 0] });
    expect([probabilities, jointGradient[1]]).toEqual([
      [1, 0],
      [0, 0],
    ]);
  });

  it("have conditional laws that are members of the family of g", () => {
    const mu = [0.1, 0.2, 0.7];
    const { psiConditional, conditionalMeans } = compositionalFamily(f, g, { mu });
    const member = familyMoments(exponentialFamily(g, mu), f[1]);
    expect(psiConditional[1]).toBeCloseTo(member.psi, 14);
    expect(largestDifference(conditionalMeans[1], member.eta)).toBeLessThan(1e-14);
  });
});
