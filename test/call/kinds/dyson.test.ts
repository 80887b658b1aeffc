import { describe, expect, test } from "vitest";
import { answer } from "../../../src/call/answer.js";
import { resultOf } from "../support.js";

const refused = (kind: string, inputs: object): string => {
  const found = answer({ kind, inputs });
  if (!("error" in found)) throw new Error("it was answered");
  return found.error.message;
};

describe("kinds of the matrix Dyson equation", () => {
  test("square and wide chiral blocks: closed forms of edges, atom and density at 1", () => {
    for (const ratio of [0.25, 1, 4]) {
      const density = (x: number) => {
        const [low, high] = [(1 - Math.sqrt(ratio)) ** 2, (1 + Math.sqrt(ratio)) ** 2];
        return Math.sqrt(Math.max(0, (high - x * x) * (x * x - low))) / (Math.PI * x * (1 + ratio));
      };
      expect(resultOf("mde_chiral", { p_over_n: ratio, energies: [1, 1.3, 9] })).toEqual({
        continuous_density: [expect.closeTo(density(1), 12), expect.closeTo(density(1.3), 12), 0],
        atom_at_zero: Math.abs(1 - ratio) / (1 + ratio),
        edges: [Math.abs(1 - Math.sqrt(ratio)), 1 + Math.sqrt(ratio)],
      });
    }
    expect(resultOf("mde_chiral", { p_over_n: 2, energies: [0] })).toMatchObject({ continuous_density: [0] });
  });

  test("three atoms of different weights have an edge for each end of their three intervals", () => {
    const { support_edges, outer_bound } = resultOf("mde_deformed", {
      A_eigenvalues: [9, -9, 0],
      weights: [0.2, 0.5, 0.3],
      S: "(tr R/N) I",
      energies: [0],
    }) as { support_edges: number[]; outer_bound: number[] };
    expect(support_edges).toHaveLength(6);
    // far apart, an atom of weight w is a semicircle of variance w
    [-9, 0, 9].forEach((atom, k) => {
      const reach = 2 * Math.sqrt([0.5, 0.3, 0.2][k]!);
      expect(support_edges[2 * k]! - atom).toBeCloseTo(-reach, 0);
      expect(support_edges[2 * k + 1]! - atom).toBeCloseTo(reach, 0);
    });
    expect(outer_bound).toEqual([-11, 11]);
  });

  test("one Kronecker matrix 1 is the semicircle, and two of them one of variance 2", () => {
    const semicircle = (x: number, v: number) => Math.sqrt(4 * v - x * x) / (2 * Math.PI * v);
    expect(resultOf("mde_kron", { A_k: [[[1]], [[1]]], energies: [0.5] })).toEqual({
      density: [expect.closeTo(semicircle(0.5, 2), 13)],
      support_bound_halfwidth: 2 * Math.SQRT2,
    });
  });

  test.each([
    ["mde_chiral", { p_over_n: -1, energies: [0] }, /p_over_n/],
    [
      "mde_profile",
      {
        fractions: [0.5, 0.6],
        entry_variance_times_N: [
          [1, 1],
          [1, 1],
        ],
        energies: [0],
      },
      /fractions/,
    ],
    [
      "mde_profile",
      {
        fractions: [0.5, 0.5],
        entry_variance_times_N: [
          [0, 1],
          [1, 1],
        ],
        energies: [0],
      },
      /energies|energy 0/,
    ],
    [
      "mde_kron",
      {
        A_k: [
          [
            [1, 2],
            [0, 1],
          ],
        ],
        energies: [0],
      },
      /A_k\[0\]\[1\]\[0\].*symmetric/,
    ],
    ["mde_deformed", { A_eigenvalues: [1, 2], weights: [1], energies: [0] }, /weights/],
    ["mde_literal", { Var_W: [[1]], z: [0, -1] }, /z = -1/],
    ["mde_goe", { N: 0, energies: [0] }, /N = 0/],
  ])("%s %j is refused by name", (kind, inputs, message) => {
    expect(refused(kind, inputs)).toMatch(message);
  });
});
