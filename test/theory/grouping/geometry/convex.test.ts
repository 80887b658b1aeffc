import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate } from "../../../../src/symbolic/evaluate.js";
import { text } from "../../../../src/symbolic/format/text.js";
import { convexDivergences } from "../../../../src/theory/grouping/geometry/convexDivergences.js";
import { convexDual } from "../../../../src/theory/grouping/geometry/convexDual.js";
import { assertStrictlyConvex, convexFunction } from "../../../../src/theory/grouping/geometry/convexFunction.js";
import { deformation } from "../../../../src/theory/grouping/geometry/deformation.js";
import {
  chartTransition,
  stereographic,
  stereographicPoint,
} from "../../../../src/theory/grouping/geometry/stereographic.js";
import { usualFamily, usualFamilyNames } from "../../../../src/theory/grouping/geometry/usualFamilies.js";

/** psi, the interval that theta is drawn from, and psi* in closed form. */
const potentials: readonly (readonly [string, number, number, (eta: number) => number])[] = [
  ["log(1+exp(theta))", -8, 8, (y) => y * Math.log(y) + (1 - y) * Math.log(1 - y)],
  ["exp(theta)", -8, 8, (y) => y * Math.log(y) - y],
  ["theta^2/2", -50, 50, (y) => y ** 2 / 2],
  ["-log(-theta)", -20, -0.01, (y) => -1 - Math.log(y)],
  [
    "log(exp(theta)+exp(-theta))",
    -5,
    5,
    (y) => ((1 + y) * Math.log((1 + y) / 2) + (1 - y) * Math.log((1 - y) / 2)) / 2,
  ],
  ["cosh(theta)", -5, 5, (y) => y * Math.asinh(y) - Math.sqrt(1 + y * y)],
];

describe("a convex function as text", () => {
  it.each(potentials)(
    "%s: its dual is the closed form, and the inverse map goes back",
    (source, low, high, psiStar) => {
      const convex = convexFunction(source);
      fc.assert(
        fc.property(fc.double({ min: low, max: high, noNaN: true }), (theta) => {
          const eta = convex.evaluate.slope(theta);
          const dual = convexDual(convex, eta, { near: (low + high) / 2 });
          expect(Math.abs(dual.psiStar - psiStar(eta))).toBeLessThan(1e-12 * (1 + Math.abs(psiStar(eta))));
          // rounding of eta over psi'', of theta
          const width =
            (4e-16 * (1 + Math.abs(eta))) / convex.evaluate.curvature(theta) + 4e-16 * (1 + Math.abs(theta));
          expect(Math.abs(dual.theta - theta)).toBeLessThan(4 * width + dual.error.theta);
        }),
      );
    },
  );

  it("has divergences that its dual has the other way round", () => {
    const theta = fc.double({ min: -6, max: 6, noNaN: true });
    fc.assert(
      fc.property(theta, theta, (a, b) => {
        const { psi, psiStar } = convexDivergences(convexFunction("log(1+exp(theta))"), a, b);
        expect(psi.printed).toBeGreaterThanOrEqual(-1e-14);
        expect(Math.abs(psiStar.printed - psi.reversed)).toBeLessThan(1e-14);
        expect(Math.abs(psiStar.reversed - psi.printed)).toBeLessThan(1e-14);
      }),
    );
  });

  it("may have its powers and its variable written otherwise", () => {
    const { psi, slope } = convexFunction("θ**2/2").evaluate;
    expect([psi(3), slope(3)]).toEqual([4.5, 3]);
  });

  it("is strictly convex although psi'' is 0 at a point, or too small for doubles", () => {
    expect(() => assertStrictlyConvex(convexFunction("theta^4"), -1, 1)).not.toThrow();
    expect(() => assertStrictlyConvex(convexFunction("log(exp(theta)+exp(-theta))"), 30, 60)).not.toThrow();
    expect(() => assertStrictlyConvex(convexFunction("exp(theta)"), -2000, -1000)).not.toThrow();
  });

  it("does not overflow: 0.5 is the slope of log(1+exp(theta)) at 0, sought from theta = 5000", () => {
    const { theta, psiStar } = convexDual(convexFunction("log(1+exp(theta))"), 0.5, { near: 5000 });
    expect(Math.abs(theta)).toBeLessThan(1e-15);
    expect(psiStar).toBeCloseTo(-Math.log(2), 15);
  });

  it("is refused where it is flat, bends down, or is not finite, with the place", () => {
    const refused = (source: string, low: number, high: number) => () =>
      assertStrictlyConvex(convexFunction(source), low, high);
    expect(refused("abs(theta)", -1, 1)).toThrow(/At theta = -0\.9\d* psi'' is 0/);
    expect(refused("theta^3", -1, 1)).toThrow(/At theta = -1 psi'' is negative/);
    expect(refused("log(theta)", 1, 2)).toThrow(/At theta = 1 psi'' is negative/);
    expect(refused("2", 0, 0)).toThrow(/At theta = 0 psi'' is 0/);
    expect(refused("-log(theta)", -1, 1)).toThrow(/finite from -1 to 1\. At theta = -1 it is not/);
  });
});

describe("the usual families in symbols", () => {
  it("say eta and the Fisher metric as formulas", () => {
    const bernoulli = usualFamily("bernoulli");
    expect(text(bernoulli.eta[0])).toBe("sigmoid(theta)");
    expect(text(usualFamily("poisson").fisherMetric[0][0])).toBe("exp(theta)");
    expect(text(bernoulli.fisherMetric[0][0])).toBe("sigmoid(theta)*sigmoid(-theta)");
    expect(text(bernoulli.inverse![0])).toBe("log(eta/(1 - eta))");
  });

  it("have as many parameters as statistics, a symmetric metric, and an inverse but for gamma", () => {
    for (const name of usualFamilyNames) {
      const { parameters, eta, fisherMetric, inverse } = usualFamily(name);
      expect([eta.length, fisherMetric.length]).toEqual([parameters.length, parameters.length]);
      expect(inverse === null).toBe(name === "gamma");
      const at = { theta: -0.7, theta_1: 1.3, theta_2: -0.7, n: 5, r: 2, s2: 1.5 };
      for (const [i, row] of fisherMetric.entries()) {
        for (const [j, entry] of row.entries()) {
          expect(evaluate(entry, at)).toBeCloseTo(evaluate(fisherMetric[j][i], at), 13);
        }
      }
    }
  });

  it("of the gamma law have digamma and trigamma", () => {
    const { eta, fisherMetric } = usualFamily("gamma");
    // digamma(1) = -0.5772.., trigamma(1) = pi^2/6
    expect(evaluate(eta[0], { theta_1: 1, theta_2: -1 })).toBeCloseTo(-0.5772156649015329, 13);
    expect(evaluate(fisherMetric[0][0], { theta_1: 1, theta_2: -1 })).toBeCloseTo(Math.PI ** 2 / 6, 12);
  });

  it("of m outcomes has m - 1 parameters, and is Bernoulli for two", () => {
    expect(usualFamily("categorical", { outcomes: 10 }).parameters).toHaveLength(9);
    const two = usualFamily("categorical", { outcomes: 2 });
    expect(evaluate(two.psi, { theta: 0.3 })).toBeCloseTo(Math.log1p(Math.exp(0.3)), 14);
  });
});

describe("what is not strictly convex over an interval", () => {
  it.each([
    ["a pole between the points", "1/theta^2", -1, 2],
    ["another", "1/(theta-0.3)^2", -1, 2],
    ["a concave kink", "theta^2-abs(theta)", -1, 1.01],
  ])("%s is found: psi' falls", (_, formula, low, high) => {
    expect(() => convexDivergences(convexFunction(formula), low, high)).toThrow(/psi' falls/);
  });

  it("a flat piece has no dual, a flat point has one", () => {
    expect(() => convexDual(convexFunction("max(theta,0)^2"), 0, { near: -1 })).toThrow(/psi'' is 0/);
    const { theta, psiStar, error } = convexDual(convexFunction("theta^4"), 0);
    expect([theta, psiStar]).toEqual([0, 0]);
    expect(error.theta).toBeLessThan(1e-3);
  });

  it("the search for a dual does not cross a pole", () => {
    // -2/(theta - 0.3)^3 = -10
    const { theta, error } = convexDual(convexFunction("1/(theta-0.3)^2"), -10, { near: 1 });
    expect(Math.abs(theta - 0.3 - Math.cbrt(0.2))).toBeLessThanOrEqual(error.theta + 1e-16);
  });

  it("a slope too near the end of its range is called so, not a jump", () => {
    expect(() => convexDual(convexFunction("log(1+exp(theta))"), 1 - 1e-13)).toThrow(/too near to that for doubles/);
  });
});

describe("examples of manifolds", () => {
  it("stereographic charts keep their digits near the pole that they leave out", () => {
    const u = [3e7, -4e7];
    const back = stereographic(stereographicPoint(u, "south"), "south");
    expect(Math.abs(back[0] / u[0] - 1)).toBeLessThan(1e-14);
    expect(chartTransition([3, 4])).toEqual([0.12, 0.16]);
    // squares that underflow
    expect(chartTransition([1e-200])[0]! / 1e200).toBeCloseTo(1, 14);
    expect(stereographicPoint([0, 0], "north")).toEqual([0, 0, -1]);
  });

  it("a deformation is undone by its inverse", () => {
    const { apply, invert, size, slope } = deformation([0.3, -0.2, 0.05]);
    fc.assert(
      fc.property(fc.double({ min: -100, max: 100, noNaN: true }), (u) => {
        expect(Math.abs(invert(apply(u)) - u)).toBeLessThan(1e-12);
        expect(Math.abs(apply(u) - u)).toBeLessThanOrEqual(size);
      }),
    );
    expect([size, slope].map((x) => x.toFixed(2))).toEqual(["0.55", "0.85"]);
  });
});
