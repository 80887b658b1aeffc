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

  test("an eigenvalue of weight 0 changes nothing but the bound of A's spectrum", () => {
    const energies = [2, 0, 1, -0.5];
    expect(resultOf("mde_deformed", { A_eigenvalues: [0, 1], weights: [1, 0], energies })).toEqual({
      ...(resultOf("mde_deformed", { A_eigenvalues: [0], weights: [1], energies }) as object),
      outer_bound: [-2, 3],
    });
  });

  test("far apart, two eigenvalues of A have semicircles of their own", () => {
    // each of variance 1/2 and mass 1/2; the other shifts it by 1/4e5
    const { density, support_edges: edges } = resultOf("mde_deformed", {
      A_eigenvalues: [1e5, -1e5],
      energies: [0, 1e5],
    }) as Record<"density" | "support_edges", number[]>;
    const radius = Math.sqrt(2);
    for (const [i, edge] of [-1e5 - radius, -1e5 + radius, 1e5 - radius, 1e5 + radius].entries()) {
      expect(Math.abs(edges[i]! - edge)).toBeLessThan(4e-6);
    }
    expect(density[0]).toBe(0);
    expect(density[1]).toBeCloseTo(1 / (Math.PI * radius), 9);
  });

  test("one Kronecker matrix 1 is the semicircle, and two of them one of variance 2", () => {
    const semicircle = (x: number, v: number) => Math.sqrt(4 * v - x * x) / (2 * Math.PI * v);
    expect(resultOf("mde_kron", { A_k: [[[1]], [[1]]], energies: [0.5] })).toEqual({
      density: [expect.closeTo(semicircle(0.5, 2), 13)],
      support_bound_halfwidth: 2 * Math.SQRT2,
    });
  });

  test("one row at its edge is the double root to the last bit", () => {
    expect(resultOf("mde_literal", { Var_W: [[1]], z: [2, 0] })).toEqual({ Re_M: [[-1]], Im_M: [[0]], m: [-1, 0] });
  });

  test("an edge of one block inside the bulk of another is as accurate as each alone", () => {
    // halves of variance 1, with its edge at 2, and 4
    const density = [expect.closeTo(Math.sqrt(12) / (16 * Math.PI), 15)];
    const A_k = [
      [
        [1, 0],
        [0, 2],
      ],
    ];
    expect(resultOf("mde_kron", { A_k, energies: [2] })).toMatchObject({ density });
    const entry_variance_times_N = [
      [2, 0],
      [0, 8],
    ];
    for (const energy of [2, -2]) {
      const inputs = { fractions: [0.5, 0.5], entry_variance_times_N, energies: [energy] };
      expect(resultOf("mde_profile", inputs)).toEqual({ density });
    }
  });

  test("a narrow bulk far from another is a density, not an atom", () => {
    const A_k = [
      [
        [1, 0.5],
        [0.5, -1],
      ],
    ];
    const A0 = [
      [1e8, 0],
      [0, 0],
    ];
    expect(resultOf("mde_kron", { A0, A_k, energies: [0] })).toMatchObject({
      density: [expect.closeTo(1 / (2 * Math.PI), 8)],
    });
    const inputs = {
      fractions: [0.3, 0.7],
      entry_variance_times_N: [
        [1, 0.2],
        [0.2, 0.5],
      ],
      block_mean_diag: [3e7, 0],
      energies: [0],
    };
    expect(resultOf("mde_profile", inputs)).toEqual({ density: [expect.closeTo(0.7 / Math.PI / Math.sqrt(0.35), 8)] });
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
    ["mde_literal", { Var_W: [[0]], A: [[3]], z: [3, 0] }, /z = 3.*Im z > 0/],
    [
      "mde_chiral",
      { p_over_n: 1.000001, energies: [0] },
      /energy 0 did not converge: above the axis.*gap or beside an atom/,
    ],
    ["mde_goe", { N: 0, energies: [0] }, /N = 0/],
  ])("%s %j is refused by name", (kind, inputs, message) => {
    expect(refused(kind, inputs)).toMatch(message);
  });
});
