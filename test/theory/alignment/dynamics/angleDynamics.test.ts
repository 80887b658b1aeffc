import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { angleAt } from "../../../../src/theory/alignment/dynamics/angleAt.js";
import { angleByInversion } from "../../../../src/theory/alignment/dynamics/angleByInversion.js";
import { leadingTime } from "../../../../src/theory/alignment/dynamics/leadingTime.js";
import { simplifiedFlow } from "../../../../src/theory/alignment/dynamics/simplifiedFlow.js";
import { timeToAngle } from "../../../../src/theory/alignment/dynamics/timeToAngle.js";
import { populationFlow } from "../../../../src/theory/alignment/population/populationFlow.js";

interface Case {
  readonly kind: string;
  readonly inputs: {
    readonly theta0: number;
    readonly alpha: number;
    readonly t: number;
    readonly theta_target: number;
  };
  readonly expected: { readonly theta_t: number; readonly time_to_target: number; readonly leading: number };
}

const references = (
  JSON.parse(readFileSync(new URL("../../../reference/ladder-alignment.json", import.meta.url), "utf8")) as Case[]
).filter(({ kind }) => kind === "theta_ode");

const inside = fc.double({ min: 0.01, max: 3.13, noNaN: true });
const pull = fc.double({ min: 0.05, max: 5, noNaN: true });

describe("angleAt, timeToAngle and leadingTime", () => {
  it("agree with the reference cases", () => {
    expect(references.length).toBeGreaterThan(0);
    for (const { inputs, expected } of references) {
      const { theta0, alpha, t, theta_target } = inputs;
      // the expected decimals have 13 digits
      expect(angleAt(theta0, alpha, t).value).toBeCloseTo(expected.theta_t, 10);
      expect(timeToAngle(theta0, theta_target, alpha).value).toBeCloseTo(expected.time_to_target, 10);
      expect(leadingTime(theta0, theta_target, alpha).value).toBeCloseTo(expected.leading, 10);
    }
  });

  it("the ODE and the inverted travel time agree within their errors, which are below 1e-9", () => {
    fc.assert(
      fc.property(inside, pull, fc.double({ min: 0, max: 100, noNaN: true }), (theta0, alpha, t) => {
        const [a, b] = [angleAt(theta0, alpha, t), angleByInversion(theta0, alpha, t)];
        expect(a.converged && b.converged).toBe(true);
        expect(a.error).toBeLessThan(1e-9);
        expect(b.error).toBeLessThan(1e-11);
        expect(Math.abs(a.value - b.value)).toBeLessThan(1e-11);
      }),
      {
        numRuns: 60,
        examples: [
          [3.13, 1, 1e-9],
          [0.01, 5, 100],
          [Math.PI - 1e-6, 1, 100],
        ],
      },
    );
  });

  it("the angle at the travel time is the target", () => {
    fc.assert(
      fc.property(inside, inside, pull, (a, b, alpha) => {
        const [theta0, target] = [Math.max(a, b), Math.min(a, b)];
        const time = timeToAngle(theta0, target, alpha);
        expect(time.converged).toBe(true);
        expect(Math.abs(angleAt(theta0, alpha, time.value).value - target)).toBeLessThan(1e-10);
      }),
      { numRuns: 60 },
    );
  });

  it("holds for another psi, and stops at its zero", () => {
    const psi = (theta: number) => Math.cos(theta / 2) ** 2;
    for (const [theta0, alpha, t] of [
      [2, 1, 3],
      [3.1, 0.7, 20],
      [0.4, 2, 1],
    ] as const) {
      const [a, b] = [angleAt(theta0, alpha, t, { psi }), angleByInversion(theta0, alpha, t, { psi })];
      expect(Math.abs(a.value - b.value)).toBeLessThan(1e-11);
    }
    const through = (theta: number) => Math.cos(theta) - Math.cos(1);
    const backward = { psi: (theta: number) => -through(theta) };
    expect(timeToAngle(2, 0.5, 1, backward).value).toBe(Number.POSITIVE_INFINITY);
    expect(angleAt(2, 1, 200, backward).value).toBeCloseTo(1, 10);
  });

  it("never leaves 0 or pi, and never arrives there", () => {
    expect(angleAt(Math.PI, 1, 50).value).toBe(Math.PI);
    expect(angleAt(0, 1, 50).value).toBe(0);
    expect(timeToAngle(Math.PI, 1, 1).value).toBe(Number.POSITIVE_INFINITY);
    expect(timeToAngle(2, 0, 1).value).toBe(Number.POSITIVE_INFINITY);
    expect(timeToAngle(2, Math.PI, -1).value).toBe(Number.POSITIVE_INFINITY);
    expect(timeToAngle(2, 2, 1).value).toBe(0);
    expect(angleAt(2, -1, 1e4).value).toBeLessThan(Math.PI);
    expect(angleAt(2, 1, 1e5).value).toBe(0);
  });

  it("the leading time is off by a bounded amount as theta0 comes to pi", () => {
    const gaps = [1e-2, 1e-4, 1e-6, 1e-8].map((e) => {
      const theta0 = Math.PI - e;
      return timeToAngle(theta0, 1, 2).value - leadingTime(theta0, 1, 2).value;
    });
    // (pi - theta0) has 8 digits at 1e-8, and the time is 3e8
    expect(Math.abs(gaps[2] - gaps[1])).toBeLessThan(0.01);
    expect(Math.abs(gaps[1] - gaps[0])).toBeLessThan(0.01);
    expect(Math.abs(gaps[3])).toBeLessThan(10);
    const custom = leadingTime(3.1, 1, 2, { psi: (theta) => Math.sin(theta) * Math.exp(theta - Math.PI) });
    expect(custom.value / (leadingTime(3.1, 1, 2).value / (2 * Math.PI))).toBeCloseTo(1, 8);
  });

  it("treats targets behind alike, also from 0 and pi, and has a time for an angle that grows", () => {
    expect(() => timeToAngle(0, 1, 1)).toThrow("below theta0");
    expect(() => timeToAngle(Math.PI, 1, -1)).toThrow("above theta0");
    expect(timeToAngle(0, 1, -1).value).toBe(Number.POSITIVE_INFINITY);
    expect(leadingTime(Math.PI, 1, 1).value).toBe(Number.POSITIVE_INFINITY);
    expect(leadingTime(2, Math.PI, -1).value).toBe(Number.POSITIVE_INFINITY);
    const [e, far] = [1e-5, 2.5];
    expect(leadingTime(far, Math.PI - e, -1).value / timeToAngle(far, Math.PI - e, -1).value).toBeCloseTo(1, 3);
    expect(() => leadingTime(2, 1, 1, { psi: (_, rest) => Math.sqrt(rest) })).toThrow("psi'(pi)");
    expect(() => timeToAngle(3.1, 1, 1, { psi: (theta) => Math.abs(theta - 2) })).toThrow(/psi = 0 at theta = 2 /);
  });

  it("refuses angles outside [0, pi], targets behind, a psi that is not finite", () => {
    expect(() => angleAt(3.2, 1, 1)).toThrow("theta0");
    expect(() => angleAt(1, Number.NaN, 1)).toThrow("alpha");
    expect(() => angleAt(1, 1, -1)).toThrow("t = -1");
    expect(() => timeToAngle(1, 2, 1)).toThrow("target");
    expect(() => timeToAngle(2, 1, -1)).toThrow("target");
    expect(() => leadingTime(2, 1, 0)).toThrow("alpha");
    expect(() => leadingTime(2, 1, 1, { psi: () => 1 })).toThrow("psi(pi)");
    expect(() => leadingTime(2, 1, 1, { psi: (_, e) => e * e })).toThrow("psi'(pi)");
    expect(() => angleAt(1, 1, 1, { psi: () => Number.NaN })).toThrow("psi");
  });
});

describe("the true flow of one student from an angle near pi", () => {
  const teacher = { W: [[1, 0]], V: [[1]] };
  const start = (e: number, v: number) => ({ W: [[-v * Math.cos(e), v * Math.sin(e)]], V: [[v]] });

  it("has the angle of eq. (10) while the layers are balanced", () => {
    for (const e of [0.5, 0.05]) {
      const times = [0, 2 / e, 6 / e, 10 / e];
      const { states, error } = populationFlow(start(e, 0.7), teacher, times);
      for (const [i, t] of times.entries()) {
        expect(Math.abs(states[i].angles[0][0] - angleAt(Math.PI - e, 1, t).value)).toBeLessThan(50 * error + 1e-8);
      }
    }
  });

  it("is the simplified dynamics for balanced layers, and is not for a frozen fan-out", () => {
    const student = start(0.3, 0.8);
    const times = [0, 8, 12, 16];
    const [simple, both, frozen] = [
      simplifiedFlow(student, teacher, times),
      populationFlow(student, teacher, times),
      populationFlow(student, teacher, times, { train: "W" }),
    ];
    for (const i of [1, 2, 3]) {
      expect(Math.abs(simple.states[i].angles[0][0] - both.states[i].angles[0][0])).toBeLessThan(1e-7);
      expect(Math.abs(simple.states[i].norms[0] - both.states[i].norms[0])).toBeLessThan(1e-7);
      expect(frozen.states[i].angles[0][0]).toBeLessThan(simple.states[i].angles[0][0] - 0.1);
    }
  });

  it("takes 2 ln(1/e) and not 2 pi/e for a frozen fan-out of length 1", () => {
    const time = (e: number) => {
      const times = Array.from({ length: 401 }, (_, i) => i * 0.1);
      const { states } = populationFlow(start(e, 1), teacher, times, { train: "W" });
      const i = states.findIndex(({ angles }) => angles[0][0] < Math.PI / 2);
      return times[i];
    };
    const [a, b] = [time(1e-3), time(1e-5)];
    // the difference of 2 ln(1/e) is 9.2; eq. (10) says 6e5
    expect(b - a).toBeGreaterThan(7);
    expect(b - a).toBeLessThan(10);
  });
});
