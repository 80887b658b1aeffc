import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { frozenCompetition } from "../../../../src/theory/alignment/dynamics/frozenCompetition.js";
import { growthFlow } from "../../../../src/theory/alignment/dynamics/growthFlow.js";
import { observeGrowth } from "../../../../src/theory/alignment/dynamics/growthProblem.js";
import { lotkaVolterra } from "../../../../src/theory/alignment/dynamics/lotkaVolterra.js";
import { rungeKutta } from "./rungeKutta.js";
import { entry, problems } from "./toyProblems.js";

type Rows = number[][];
interface LotkaCase {
  readonly kind: string;
  readonly inputs: { readonly n0: number[]; readonly growth: number[]; readonly A: Rows; readonly t: number };
  readonly expected: {
    readonly n_t: number[];
    readonly log_ratio_01: number;
    readonly interior_fixed_point: number[] | null;
  };
}

const references = (
  JSON.parse(readFileSync(new URL("../../../reference/ladder-alignment.json", import.meta.url), "utf8")) as LotkaCase[]
).filter(({ kind }) => kind === "lotka");
const gap = (a: readonly number[], b: readonly number[]) => Math.max(...a.map((x, i) => Math.abs(x - b[i])));

describe("lotkaVolterra", () => {
  it("agrees with the reference cases", () => {
    expect(references.length).toBeGreaterThan(0);
    for (const { inputs, expected } of references) {
      const { states, interiorFixedPoint } = lotkaVolterra(inputs.n0, inputs.growth, inputs.A, [0, inputs.t]);
      const n = states[1];
      expect(gap(n, expected.n_t)).toBeLessThan(1e-10);
      expect(Math.log(n[0] / n[1])).toBeCloseTo(expected.log_ratio_01, 9);
      if (expected.interior_fixed_point === null) expect(interiorFixedPoint).toBeNull();
      else expect(gap(interiorFixedPoint!, expected.interior_fixed_point)).toBeLessThan(1e-12);
    }
  });

  it("agrees with Runge-Kutta steps in n itself", () => {
    const positive = fc.double({ min: 0.05, max: 2, noNaN: true });
    const three = <T>(of: fc.Arbitrary<T>) => fc.array(of, { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(three(positive), three(entry), three(three(positive)), (n, growth, A) => {
        const { states, error } = lotkaVolterra(n, growth, A, [0, 2], { tolerance: 1e-8 });
        const f = (y: number[]) => y.map((x, k) => x * (growth[k] - A[k].reduce((sum, c, q) => sum + c * y[q], 0)));
        expect(gap(states[1], rungeKutta(f, n, 2, 2000))).toBeLessThan(error);
        // 220 tolerances and what the looser run is off, of norms up to e^4
        expect(error).toBeLessThan(1e-2);
      }),
      { numRuns: 20 },
    );
  });

  it("is the growth flow of students along w*, at all times", () => {
    fc.assert(
      fc.property(problems, ({ wStar, a, bumps }) => {
        const lengths = [0.3, 0.7];
        const problem = { W: lengths.map((n) => wStar.map((x) => (n * x) / Math.hypot(...wStar))), wStar, a, bumps };
        const { growth, A } = frozenCompetition(problem);
        const flow = growthFlow(problem, [0, 3]);
        const norms = lotkaVolterra(lengths, growth, A, [0, 3]);
        expect(gap(flow.states[1].norms, norms.states[1])).toBeLessThan(1e-8);
      }),
      { numRuns: 20 },
    );
  });

  it("gives the growth rate of every norm at every moment, with the directions of that moment", () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const { growth, A } = frozenCompetition(problem);
        const { h, norms } = observeGrowth(problem);
        const rates = growth.map((g, k) => g - A[k].reduce((sum, c, q) => sum + c * norms[q], 0));
        expect(gap(rates, h)).toBeLessThan(1e-13);
      }),
    );
  });

  it("follows an exponential to the end of the doubles, and tells a blow-up in finite time from it", () => {
    const free = (t: number) =>
      lotkaVolterra(
        [1, 2],
        [1, 1],
        [
          [0, 0],
          [0, 0],
        ],
        [0, t],
      );
    const { states } = free(650);
    expect(states[1]![0]! / Math.exp(650)).toBeCloseTo(1, 10);
    expect(states[1]![1]! / states[1]![0]!).toBeCloseTo(2, 12);
    const { stopped } = free(1e6);
    expect(stopped?.why).toBe("large");
    expect(stopped?.at).toBeGreaterThan(690);
    expect(stopped?.at).toBeLessThan(705);
    const bloom = lotkaVolterra([1], [1], [[-1]], [0, 1]);
    expect(bloom.stopped?.why).toBe("diverging");
    expect(bloom.stopped?.at).toBeCloseTo(Math.LN2, 6);
  });

  it("rests at a fixed point that attracts at times that steps do not reach", () => {
    const A = [
      [1, 0.5],
      [0.6, 1],
    ];
    const few = { maxEvals: 20_000 };
    for (const t of [6e4, 1e12, 1e308]) {
      const { states, error, converged, interiorFixedPoint } = lotkaVolterra([0.1, 0.2], [1, 0.8], A, [0, 5, t], few);
      expect(converged).toBe(true);
      expect(gap(states[2]!, [6 / 7, 2 / 7])).toBeLessThan(error);
      expect(error).toBeLessThan(1e-6);
      expect(gap(interiorFixedPoint!, [6 / 7, 2 / 7])).toBeLessThan(1e-15);
    }
    const ones = [
      [1, 1],
      [1, 1],
    ];
    // d/dt ln(n_0/n_1) = 1/2: the second dies
    const dying = lotkaVolterra([1, 1], [1, 0.5], ones, [0, 1e5], few);
    expect(gap(dying.states[1]!, [1, 0])).toBeLessThan(dying.error);
    // a line of fixed points attracts none of them alone; a cycle has none that attracts
    expect(lotkaVolterra([1, 2], [1, 1], ones, [0, 1e9], few).stopped?.why).toBe("unfinished");
    const cycle = lotkaVolterra(
      [1, 2],
      [1, -1],
      [
        [0, 1],
        [-1, 0],
      ],
      [0, 1e9],
      few,
    );
    expect(cycle.stopped?.why).toBe("unfinished");
    expect(cycle.stopped?.at).toBeGreaterThan(1);
  });

  it("finds the interior fixed point of any non-singular matrix, in any units", () => {
    const at = (growth: number[], A: Rows) => lotkaVolterra([1, 1], growth, A, [0]).interiorFixedPoint;
    expect(
      at(
        [1e-13, 1],
        [
          [1e-13, 0],
          [0, 1],
        ],
      ),
    ).toEqual([1, 1]);
    expect(
      at(
        [1, 1],
        [
          [1, 1],
          [1, 1 + 1e-12],
        ],
      ),
    ).toEqual([1, 0]);
    // 0.1 0.6 - 0.2 0.3 is not 0 in doubles
    expect(
      at(
        [1, 1],
        [
          [0.1, 0.2],
          [0.3, 0.6],
        ],
      ),
    ).toBeNull();
  });

  it("keeps the extinct extinct, has no fixed point for a singular A, and stops a bloom", () => {
    const { states } = lotkaVolterra(
      [0, 0.5],
      [3, 1],
      [
        [1, 0],
        [0, 1],
      ],
      [0, 50],
    );
    expect(states[1][0]).toBe(0);
    expect(states[1][1]).toBeCloseTo(1, 10);
    expect(
      lotkaVolterra(
        [1, 1],
        [1, 1],
        [
          [1, 2],
          [2, 4],
        ],
        [0, 1],
      ).interiorFixedPoint,
    ).toBeNull();
    expect(
      lotkaVolterra(
        [0, 0],
        [1, 1],
        [
          [1, 0],
          [0, 1],
        ],
        [0, 1],
      ).states[1],
    ).toEqual([0, 0]);
    const bloom = lotkaVolterra([1], [0], [[-1]], [0, 3]);
    expect(bloom.stopped?.why).toBe("diverging");
    expect(bloom.stopped!.at).toBeLessThan(1);
    expect(() => lotkaVolterra([-1], [0], [[1]], [0, 1])).toThrow("n[0]");
    expect(() => lotkaVolterra([1, 1], [0, 0], [[1, 0]], [0, 1])).toThrow("A.length");
  });
});
