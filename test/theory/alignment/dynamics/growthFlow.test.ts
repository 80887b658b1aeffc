import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { growthClosedForm } from "../../../../src/theory/alignment/dynamics/growthClosedForm.js";
import { growthFlow } from "../../../../src/theory/alignment/dynamics/growthFlow.js";
import { type GrowthProblem, growthResidues } from "../../../../src/theory/alignment/dynamics/growthProblem.js";
import { winnersTakeAll } from "../../../../src/theory/alignment/dynamics/winnersTakeAll.js";
import { rungeKutta } from "./rungeKutta.js";
import { problems } from "./toyProblems.js";

type Rows = number[][];
interface GrowthCase {
  readonly kind: string;
  readonly inputs: {
    readonly W0: Rows;
    readonly w_star: number[];
    readonly a: number[];
    readonly t: number;
    readonly eps_bump: number[];
  };
  readonly expected: {
    readonly W_t: Rows;
    readonly log_norm_ratio_01: number;
    readonly h: number[];
    readonly angle_to_wstar_deg: number[];
  };
}
const cases = JSON.parse(
  readFileSync(new URL("../../../reference/ladder-alignment.json", import.meta.url), "utf8"),
) as readonly GrowthCase[];
const gap = (a: readonly number[], b: readonly number[]) => Math.max(...a.map((x, i) => Math.abs(x - b[i])));
const degrees = (radians: number) => (radians * 180) / Math.PI;

describe("growthFlow", () => {
  it("agrees with the reference cases", () => {
    const references = cases.filter(({ kind }) => kind === "growth");
    expect(references.length).toBeGreaterThan(0);
    for (const { inputs, expected } of references) {
      const problem = { W: inputs.W0, wStar: inputs.w_star, a: inputs.a, bumps: inputs.eps_bump };
      const { states, error } = growthFlow(problem, [0, inputs.t], { method: "ode" });
      const exact = growthFlow(problem, [0, inputs.t]).states[1];
      expect(gap(exact.W.flat(), states[1].W.flat())).toBeLessThan(error);
      const { W, norms, h, angles } = states[1];
      expect(error).toBeLessThan(1e-8);
      // the solver's tolerance is 1e-11
      expect(gap(W.flat(), expected.W_t.flat())).toBeLessThan(1e-10);
      expect(Math.log(norms[0] / norms[1])).toBeCloseTo(expected.log_norm_ratio_01, 9);
      expect(gap(h, expected.h)).toBeLessThan(1e-9);
      expect(gap(angles.map(degrees), expected.angle_to_wstar_deg)).toBeLessThan(1e-8);
    }
  });

  it("agrees with Runge-Kutta steps of its formula", () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const { states, error } = growthFlow(problem, [0, 1]);
        const derivative = (y: number[]) => {
          const W = [y.slice(0, 2), y.slice(2, 4)];
          return growthResidues({ ...problem, W }).flatMap((r, k) => r.map((x) => x * Math.hypot(...W[k])));
        };
        const other = rungeKutta(derivative, problem.W.flat(), 1, 4000);
        expect(gap(states[1].W.flat(), other)).toBeLessThan(error + 1e-9);
      }),
      { numRuns: 20 },
    );
  });

  it("is the closed form without bumps, at any time", () => {
    fc.assert(
      fc.property(problems, fc.double({ min: 0.01, max: 20, noNaN: true }), ({ W, wStar, a }, t) => {
        const { states, error } = growthFlow({ W, wStar, a }, [0, t], { method: "ode" });
        const exact = growthClosedForm({ W, wStar, a }, t);
        expect(gap(states[1].W.flat(), exact.W.flat())).toBeLessThan(error + 1e-9);
        const left = growthResidues({ W: exact.W, wStar, a })[0];
        expect(Math.abs(Math.hypot(...left) - exact.residue)).toBeLessThan(1e-12);
        const start = growthResidues({ W, wStar, a })[0];
        const against = W.every(
          (w) => Math.hypot(...w) * Math.hypot(...start) + w[0] * start[0] + w[1] * start[1] < 1e-9,
        );
        if (against) return;
        expect(growthClosedForm({ W, wStar, a }, Number.POSITIVE_INFINITY).residue).toBeLessThan(1e-12);
      }),
      { numRuns: 30 },
    );
    // against its residue a weight only shrinks
    const against = growthClosedForm({ W: [[-3, 0]], wStar: [2, 0], a: [1] }, Number.POSITIVE_INFINITY);
    expect(against).toEqual({ W: [[0, 0]], residue: 2 });
    const one = { W: [[1, 0]], wStar: [2, 0], a: [0] };
    expect(growthClosedForm(one, 1).W[0][0]).toBeCloseTo(Math.exp(2), 12);
    expect(() => growthClosedForm(one, Number.POSITIVE_INFINITY)).toThrow("without bound");
    expect(() => growthClosedForm({ ...one, a: [-1] }, 1)).toThrow("a = -1");
    expect(() =>
      growthClosedForm(
        {
          W: [
            [1, 0],
            [0, 1],
          ],
          wStar: [1, 0],
          a: [1, 1],
          bumps: [0, 1],
        },
        1,
      ),
    ).toThrow("bumps");
  });

  it("h is the rate of ln|w|, and without bumps its difference obeys eq. (69)", () => {
    fc.assert(
      fc.property(problems, ({ W, wStar, a }) => {
        const problem = { W, wStar, a };
        const step = 1e-4;
        const { states } = growthFlow(problem, [0, step, 2 * step], { tolerance: 1e-13, method: "ode" });
        const [before, middle, after] = states;
        const size = 1 + Math.max(...W.flat().map(Math.abs)) ** 2;
        const rates = after.norms.map((length, k) => Math.log(length / before.norms[k]) / (2 * step));
        // second differences: the third derivative is of order 100
        expect(gap(rates, middle.h)).toBeLessThan(1e-5 * size * 10);
        const slope = (after.h[0] - after.h[1] - before.h[0] + before.h[1]) / (2 * step);
        const S = middle.norms.reduce((sum, length, q) => sum + a[q] * length, 0);
        const [h0, h1] = middle.h;
        expect(Math.abs(slope - (h1 - h0) * (h1 + h0 + S))).toBeLessThan(1e-4 * size * 10);
      }),
      { numRuns: 60 },
    );
  });

  it("all align with w* only as the initial norms vanish", () => {
    const final = (scale: number) => {
      const W = [
        [0.3 * scale, 0.1 * scale],
        [0.2 * scale, -0.4 * scale],
      ];
      const { states, stopped } = growthFlow({ W, wStar: [1, 0.5], a: [0.6, 1] }, [0, 60]);
      expect(stopped).toBeNull();
      return Math.max(...states[1].angles);
    };
    const angles = [1, 0.1, 0.01].map(final);
    expect(angles[0]).toBeGreaterThan(0.2);
    expect(angles[1]).toBeLessThan(angles[0] / 3);
    expect(angles[2]).toBeLessThan(angles[1] / 3);
  });

  it("follows nodes that grow exponentially in opposite directions", () => {
    const W = [
      [0.1, 0.2],
      [0.3, 0.1],
    ];
    const { states, stopped } = growthFlow({ W, wStar: [1, 1], a: [1, 1], bumps: [0.3, 0] }, [0, 45]);
    expect(stopped).toBeNull();
    const expected = [459.894185, 460.04688, -458.743997, -458.896692];
    for (const [i, entry] of states[1]!.W.flat().entries()) expect(Math.abs(entry - expected[i]!)).toBeLessThan(2e-6);
  });

  it("stops with a flag where norms grow without bound", () => {
    const blowUp = growthFlow({ W: [[1, 0]], wStar: [1, 0], a: [-1] }, [0, 10]);
    expect(blowUp.stopped?.why).toBe("diverging");
    // d|w|/dt = |w| (1 + |w|) from 1 ends at ln 2
    expect(blowUp.stopped?.at).toBeLessThan(Math.log(2));
    expect(blowUp.stopped?.at).toBeGreaterThan(0.5);
    expect(blowUp.converged).toBe(false);
    expect(blowUp.states.flatMap(({ W }) => W.flat()).every(Number.isFinite)).toBe(true);
  });

  it("refuses zero weights, a zero teacher, coefficients that are missing", () => {
    const good: GrowthProblem = { W: [[1, 0]], wStar: [1, 1], a: [1] };
    expect(() => growthFlow({ ...good, W: [[0, 0]] }, [0, 1])).toThrow("W[0]");
    expect(() => growthFlow({ ...good, wStar: [0, 0] }, [0, 1])).toThrow("wStar");
    expect(() => growthFlow({ ...good, a: [1, 2] }, [0, 1])).toThrow("a.length");
    expect(() => growthFlow({ ...good, bumps: [Number.NaN] }, [0, 1])).toThrow("bumps");
  });
});

describe("winnersTakeAll", () => {
  const toy = { wStar: [1, 0.5], a: [0.6, 1] };

  it("lets the ratio grow at eps |w*| where all nodes are along w*", () => {
    const W = [
      [0.2, 0.1],
      [0.1, 0.05],
    ];
    const { logRatios, aligned, alignedRate } = winnersTakeAll({ ...toy, W }, 0, 0.2, [0, 10, 20]);
    expect(aligned).toBe(true);
    expect(alignedRate).toBeCloseTo(0.2 * Math.hypot(1, 0.5), 14);
    for (const [i, t] of [0, 10, 20].entries()) {
      expect(logRatios[i][1] - logRatios[0][1]).toBeCloseTo(alignedRate * t, 8);
    }
  });

  it("turns the loser to -w* otherwise, and all norms diverge at eps |w*| / 2", () => {
    const W = [
      [0.3, 0.1],
      [0.2, -0.1],
    ];
    const { flow, logRatios, aligned, divergenceRate } = winnersTakeAll({ ...toy, W }, 0, 0.2, [0, 15, 60]);
    expect(aligned).toBe(false);
    // up to there the ratio grows
    expect(logRatios[1][1]).toBeGreaterThan(logRatios[0][1] + 2);
    expect(logRatios[2][1]).toBeLessThan(logRatios[1][1] - 2);
    const { h, angles } = flow.states[2];
    expect(degrees(angles[1])).toBeGreaterThan(179);
    for (const rate of h) expect(rate / divergenceRate).toBeCloseTo(1, 1);
    const few = { maxEvals: 20_000 };
    expect(winnersTakeAll({ ...toy, W }, 0, 0.2, [0, 1000], few).flow.stopped?.why).toBe("unfinished");
    const long = winnersTakeAll({ ...toy, W }, 0, 0.2, [0, 1000], { largest: 300 });
    expect(long.flow.stopped?.why).toBe("large");
    expect(Math.max(...long.flow.stopped!.state.norms)).toBeLessThanOrEqual(300);
    expect(long.flow.stopped!.state.h[1] / divergenceRate).toBeCloseTo(1, 2);
    expect(long.flow.states).toHaveLength(1);
  });
});
