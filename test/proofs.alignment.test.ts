import { describe, expect, it } from "vitest";
import { slowTime, slowTimeBound } from "../proofs/alignment/angle.js";
import { errata } from "../proofs/alignment/errata/index.js";
import { proofs } from "../proofs/alignment/index.js";
import { equation59Erratum, pairMatrixAcross, pairMatrixPlane, theorem6 } from "../proofs/alignment/population.js";
import { theorem2Counterexample } from "../proofs/alignment/reluDependence.js";
import { solveOde } from "../src/numeric/ode.js";
import { refute } from "../src/symbolic/derivation/refute.js";
import { toNumber } from "../src/symbolic/precise/decimal.js";
import { evaluateBall } from "../src/symbolic/precise/evaluateBall.js";
import type { Comparison } from "../src/symbolic/proposition.js";
import { rational } from "../src/symbolic/rational.js";
import { describeProofs, worth } from "./support/describeProofs.js";

const fractions = (...values: readonly (readonly [number, number])[]) => values.map(([p, q]) => rational(p, q));

describeProofs({
  name: "alignment",
  proofs,
  errata,
  places: {
    m: fractions([1, 1], [2, 1], [1, 3]),
    c: fractions([1, 3], [-1, 4], [4, 5]),
    x: fractions([1, 3], [-1, 4], [-4, 5]),
    N: fractions([5, 1], [6, 1], [9, 1]),
    b: fractions([2, 1], [1, 1], [5, 1]),
    theta_0: fractions([1, 1], [2, 1], [3, 1]),
  },
  counted: [2, 3, 4, 5, 6].map((samples) => `interpolation-rank-${samples}`),
});

describe("against numbers", () => {
  /** E[x_a x_b 1(both active)] for N(0, I) in the plane, w_j = (1, 0), w_k = (c, s): the trapezoid rule in the angle. */
  function planar(t: number, entry: (x: number, y: number) => number): number {
    const steps = 20_000;
    let sum = 0;
    for (let k = 0; k < steps; k++) {
      const angle = -Math.PI / 2 + t + ((Math.PI - t) * (k + 0.5)) / steps;
      sum += entry(Math.cos(angle), Math.sin(angle));
    }
    return (2 * sum * ((Math.PI - t) / steps)) / (2 * Math.PI);
  }

  it.each([0.2, 0.8014297719498, 1.5, 3])("Theorem 6 and G are the integrals over the sector, at t = %s", (t) => {
    const c = Math.cos(t);
    // error of the midpoint rule, (pi h)^2/24
    const close = 1e-8;
    const pull = [
      [1, 0],
      [0, 1],
    ].map(([x, y]) => worth(theorem6, { c, m: 1, x: x!, y: y! }));
    const [xx, xy, yy] = [planar(t, (x) => x * x), planar(t, (x, y) => x * y), planar(t, (_, y) => y * y)];
    expect(Math.abs(pull[0]! - xx)).toBeLessThan(close);
    expect(Math.abs(pull[1]! - xy)).toBeLessThan(close);
    for (const lambda of [0, 0.3]) {
      const determinant = (xx - lambda) * (yy - lambda) - xy * xy;
      expect(Math.abs(worth(pairMatrixPlane, { c, m: 1, lambda }) - determinant)).toBeLessThan(close);
    }
    expect(Math.abs(worth(pairMatrixAcross, { c, m: 1 }) - planar(t, () => 0.5))).toBeLessThan(close);
  });

  it("the time to leave the opposite direction lies between the two bounds, and grows as the lower one", () => {
    const target = 1;
    const times = [0.2, 0.05, 0.0125].map((eps) => {
      // t as a function of theta: dt/dtheta = -1/(psi sin theta), alpha = 1
      const slowness = (u: number) => [(2 * Math.PI) / (u * Math.sin(u))];
      const { states, error } = solveOde((u) => slowness(u), [0], [eps, Math.PI - target], { tolerance: 1e-12 });
      expect(error).toBeLessThan(1e-6);
      const time = states[1]![0]!;
      const lower = worth(slowTime, { alpha: 1, eps, theta_0: target });
      const upper = worth(slowTimeBound, { alpha: 1, eps, delta: Math.PI - target });
      expect(time).toBeGreaterThan(lower);
      expect(time).toBeLessThan(upper);
      return { time, rest: time - lower };
    });
    expect(times[2]!.time / times[1]!.time).toBeGreaterThan(3.8);
    // the rest converges: its changes are the integral of about 1/6 over the eps that are left out
    expect(Math.abs(times[2]!.rest - times[1]!.rest)).toBeLessThan((2 * Math.PI * 0.05) / 5);
  });

  it("after a flip both norms of the toy flow grow at the rate eps |w*|/2", () => {
    const [eps, omega, a1, a2] = [0.4, 1.5, 0.6, 1.1];
    const flow = (_: number, [n1, n2]: readonly number[]) => {
      const rho = omega - a1 * n1! + a2 * n2!;
      return [n1! * (rho + eps * omega), -n2! * rho];
    };
    const { states, converged } = solveOde(flow, [3, 0.5], [0, 20, 21]);
    expect(converged).toBe(true);
    for (const k of [0, 1]) {
      const rate = Math.log(states[2]![k]! / states[1]![k]!);
      expect(Math.abs(rate - (eps * omega) / 2)).toBeLessThan(0.01);
    }
  });

  it("the teacher of the counterexample is matched at any point inside, and not outside", () => {
    const { left, right } = theorem2Counterexample.claim as Comparison;
    const gap = (p: number, q: number) => {
      const at = { x: rational(p, q) };
      return toNumber(evaluateBall(left, at, 20)) - toNumber(evaluateBall(right, at, 20));
    };
    expect([gap(-99, 100), gap(-1, 3), gap(0, 1), gap(2, 3), gap(1, 1)]).toEqual([0, 0, 0, 0, 0]);
    expect(gap(-3, 1)).not.toBe(0);
  });

  it("Eqn. 59 as printed has the negative of the second coordinate at a right angle", () => {
    const { left, right } = refute(equation59Erratum.printed, equation59Erratum.counterexample, 20);
    expect(toNumber(left)).toBeCloseTo(1 / (2 * Math.PI), 14);
    expect(toNumber(right)).toBeCloseTo(-1 / (2 * Math.PI), 14);
  });
});
