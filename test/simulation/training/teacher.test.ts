import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawInputs } from "../../../src/simulation/training/drawInputs.js";
import { drawTeacher } from "../../../src/simulation/training/drawTeacher.js";
import type { TeacherStudentSettings } from "../../../src/simulation/training/settings.js";
import { small } from "./settings.js";

function teacherOf(settings: TeacherStudentSettings, seed: number): number[][][] {
  const layers = drawTeacher(settings, seed, drawInputs(settings, seed, "training"));
  const widths = [...settings.teacher.hidden, settings.teacher.outputs];
  // nodes in rows, their bias last
  return layers.map((layer, l) => {
    const nodes = widths[l]!;
    return Array.from({ length: nodes }, (_, k) => [...layer].filter((_, i) => i % nodes === k));
  });
}

const norm = (node: readonly number[]) => Math.hypot(...node.slice(0, -1));

describe("a teacher", () => {
  it("has hidden nodes of norm 1 in distinct directions, biases left out, and grid weights above", () => {
    const given = fc.record({
      dimension: fc.integer({ min: 2, max: 30 }),
      hidden: fc.integer({ min: 1, max: 12 }),
      seed: fc.nat(),
    });
    fc.assert(
      fc.property(given, ({ dimension, hidden, seed }) => {
        const teacher = { hidden: [hidden], outputs: 4, polarity: 0, bias: -0.1, normalised: "hidden" } as const;
        const [bottom, top] = teacherOf(small({ inputs: { ...small().inputs, dimension }, teacher }), seed);
        for (const node of bottom!) expect(norm(node)).toBeCloseTo(1, 6);
        for (const [j, a] of bottom!.entries()) {
          for (const b of bottom!.slice(0, j)) {
            const cosine = a.slice(0, -1).reduce((sum, x, i) => sum + x * b[i]!, 0);
            // grid vectors that are not parallel: 1 - cos >= 1/(2 |a|^2 |b|^2) with |a|^2 <= 16 * 30 on whole numbers
            expect(Math.abs(cosine)).toBeLessThan(1 - 1e-6);
          }
        }
        for (const node of top!)
          for (const weight of node.slice(0, -1)) expect(Number.isInteger(4 * weight)).toBe(true);
        expect(new Set(top!.map(String)).size).toBe(4);
        for (const node of [...bottom!, ...top!]) expect(node.at(-1)).toBe(Math.fround(-0.1));
      }),
      { numRuns: 60 },
    );
  });

  it("divides the fan-out of node j by j^p, in whole numbers of the grid before", () => {
    const settings = (polarity: number) => small({ teacher: { ...small().teacher, hidden: [6], polarity } });
    const [equal, strong] = [0, 2].map((polarity) => teacherOf(settings(polarity), 9)[1]!);
    for (const [c, node] of strong!.entries()) {
      for (let j = 0; j < 6; j++) expect(node[j]! * (j + 1) ** 2).toBeCloseTo(equal![c]![j]!, 6);
    }
  });

  it("keeps relative strengths where the nodes above are normalised", () => {
    const settings = (polarity: number) =>
      small({ teacher: { hidden: [4, 3], outputs: 5, polarity, bias: 0, normalised: "all" } });
    const [equal, strong] = [0, 1].map((polarity) => teacherOf(settings(polarity), 2));
    for (const layer of [1, 2]) {
      for (const [k, node] of strong![layer]!.entries()) {
        expect(norm(node)).toBeCloseTo(1, 6);
        const before = equal![layer]![k]!;
        const ratios = node.slice(0, -1).flatMap((w, j) => (before[j] === 0 ? [] : [(w * (j + 1)) / before[j]!]));
        for (const ratio of ratios) expect(ratio).toBeCloseTo(ratios[0]!, 5);
      }
    }
  });

  it("has biases that half of the training inputs exceed, where it is to be balanced", () => {
    const inputs = { dimension: 5, standardDeviation: 1.5, samples: 400, evaluation: 2 };
    const teacher = { hidden: [4, 6], outputs: 3, polarity: 0, bias: "balanced", normalised: "hidden" } as const;
    const settings = small({ inputs, teacher });
    const layers = teacherOf(settings, 8);
    const training = drawInputs(settings, 8, "training");
    const active = [new Array(4).fill(0), new Array(6).fill(0)];
    for (let s = 0; s < 400; s++) {
      let below = [...training.subarray(5 * s, 5 * s + 5)];
      for (const [l, counts] of active.entries()) {
        below = layers[l]!.map((node, k) => {
          const sum = node.at(-1)! + below.reduce((total, x, i) => total + x * node[i]!, 0);
          if (sum > 0) counts[k] += 1;
          return Math.max(0, sum);
        });
      }
    }
    // an even number of samples: the median lies between two of them, which rounding may make equal to it
    for (const count of active.flat()) expect(Math.abs(count - 200)).toBeLessThanOrEqual(1);
    expect(layers[2]!.map((node) => node.at(-1))).toEqual([0, 0, 0]);
  });

  it("is refused in words where the grid has too few directions or vectors", () => {
    const one = { ...small().inputs, dimension: 1 };
    const teacher = { ...small().teacher, hidden: [2] };
    expect(() => teacherOf(small({ inputs: one, teacher }), 1)).toThrow(/2 nodes .*grid .*Ask for fewer nodes/);
    expect(teacherOf(small({ inputs: one, teacher: { ...teacher, hidden: [1], outputs: 9 } }), 1)[1]!.length).toBe(9);
  });
});
