import { describe, expect, it } from "vitest";
import * as surface from "../../src/grouping.js";
import { cases, family, law, softplus } from "./grouping.geometry.js";
import { hasNaN, misuses } from "./misuse.js";

describe("misuse of activations and geometry in theoria/grouping", () => {
  it.each(Object.entries(cases))("of %s ends in a result without NaN or in a TheoryError", (name, values) => {
    const call = (surface as unknown as Record<string, (...given: never[]) => unknown>)[name]!;
    expect(hasNaN(call(...(values as never[])))).toBe(false);
    expect(misuses(call, values, 1000)).toEqual([]);
  });
});

describe("what is misused is named", () => {
  const call = surface as unknown as Record<string, (...given: unknown[]) => unknown>;
  const plane = surface.exponentialFamily([
    [0, 0],
    [1, 0],
    [0, 1],
  ]);

  it.each([
    [
      "a singular family",
      "exponentialFamily",
      [
        [
          [0, 1],
          [1, 0],
          [1, 0],
        ],
      ],
      /not singular.*\(1, g\) must be linearly independent/,
    ],
    ["a constant statistic", "exponentialFamily", [[[1], [1]]], /statistics\[\.\]\[0\] = a statistic that is constant/],
    [
      "points that have no weight",
      "exponentialFamily",
      [
        [[0], [1]],
        [1, 0],
      ],
      /constant on the 1 points/,
    ],
    [
      "a negative weight",
      "exponentialFamily",
      [
        [[0], [1]],
        [1, -1],
      ],
      /measure\[1\] = -1/,
    ],
    ["a copy of a family", "familyMoments", [{ ...family }, [0]], /what exponentialFamily returns/],
    ["a theta too short", "familyMoments", [plane, [0]], /theta\.length = 1/],
    [
      "a mean on the boundary",
      "legendreDual",
      [plane, [0.5, 0.5]],
      /eta = \[0\.5, 0\.5\], on the boundary of the convex hull/,
    ],
    ["a mean outside", "legendreDual", [plane, [0.5, 0.6]], /outside the convex hull/],
    ["a corner", "legendreDual", [plane, [1, 0]], /on the boundary of the convex hull/],
    ["a law at infinity", "familyDivergences", [plane, [800, 0], [0, 0]], /theta = \[800, 0\].*definite/],
    [
      "a kernel that does not normalise",
      "informationMonotonicity",
      [
        law,
        law,
        [
          [1, 0],
          [0.5, 0.6],
        ],
      ],
      /kernel\[1\] = a list with sum 1\.1/,
    ],
    ["unequal laws", "fDivergence", ["kl", law, [1]], /q\.length = 1/],
    ["no divergence", "fDivergence", ["wasserstein", law, law], /name = wasserstein.*kl, tv/],
    ["a name of every object", "fDivergence", ["constructor", law, law], /name = constructor/],
    [
      "a linear psi",
      "convexDivergences",
      [surface.convexFunction("3*theta"), 0, 1],
      /psi = 3\*theta .*strictly convex from 0 to 1.*psi'' is 0/,
    ],
    ["a concave psi", "convexDual", [surface.convexFunction("-theta^2"), 1, { near: 0.5 }], /psi'' is negative/],
    ["an unknown symbol", "convexFunction", ["x^2"], /a formula in theta.*The symbol x/],
    ["an eta outside the range", "convexDual", [softplus, 1.2], /eta = 1\.2.*a value that psi' takes/],
    ["an eta on its boundary", "convexDual", [softplus, 1], /eta = 1 .*on its boundary/],
    [
      "a kink over eta",
      "convexDual",
      [surface.convexFunction("abs(theta)+theta^2"), 0.5, { near: 1 }],
      /psi' jumps over eta = 0\.5/,
    ],
    ["13 units", "indicatorLaw", [new Array(13).fill(1)], /preactivation\.length = 13/],
    ["other indicators", "indicatorLaw", [[1], { values: [0, 2] }], /values = \[0, 2\].*\[0, 1\] or \[-1, 1\]/],
    ["a law that does not sum to 1", "mlpGrouping", [[[1]], [[1], [2]], [0.5, 0.6]], /mu = a list with sum 1\.1/],
    ["ragged weights", "mlpGrouping", [[[1, 2], [1]], [[1, 2]], [1]], /W\[1\]\.length = 1/],
    ["a map that folds", "deformation", [[0.2, 0.6]], /sum k \|a_k\| = 1\.4/],
    ["coordinates by the million", "roundMetric", [new Array(1e6).fill(0)], /u\.length = 1000000/],
    ["a mean too near to the boundary", "legendreDual", [family, [1e-100]], /too near to it for doubles/],
    ["the pole", "stereographic", [[0, 0, 1], "north"], /the pole/],
    ["a point off the sphere", "stereographic", [[1, 1], "north"], /\|point\|\^2 = 2/],
    ["a posterior that excludes the estimate", "evidenceDecomposition", [[[law]], [[[1, 0]]], 0], /posterior = mass 0/],
    ["an unknown family", "usualFamily", ["cauchy"], /name = cauchy.*bernoulli/],
  ] as const)("%s", (_, name, given, message) => {
    expect(() => call[name]!(...given)).toThrow(message);
  });
});
