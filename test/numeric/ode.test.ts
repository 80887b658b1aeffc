import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Derivative, solveOde } from "../../src/numeric/ode.js";

const within = (solution: ReturnType<typeof solveOde>, exact: (t: number) => readonly number[]) => {
  let worst = 0;
  for (const [k, t] of solution.times.entries()) {
    for (const [i, value] of exact(t).entries()) worst = Math.max(worst, Math.abs(solution.states[k]![i]! - value));
  }
  return worst;
};

describe("solveOde", () => {
  it("an oscillator over 16 periods is within its error, which falls with the tolerance", () => {
    const times = Array.from({ length: 101 }, (_, k) => k);
    const errors = [1e-6, 1e-9, 1e-12].map((tolerance) => {
      const solution = solveOde((_, [x, v]) => [v!, -x!], [1, 0], times, { tolerance });
      expect(solution.converged).toBe(true);
      const worst = within(solution, (t) => [Math.cos(t), -Math.sin(t)]);
      expect(worst).toBeLessThanOrEqual(solution.error);
      return worst;
    });
    // 100 units of time, at less than a tolerance each
    expect(errors[0]!).toBeLessThan(1e-4);
    expect(errors[1]!).toBeLessThan(1e-7);
    expect(errors[2]!).toBeLessThan(1e-10);
  });

  it("linear, logistic and time-dependent problems of any speed are within their errors", () => {
    const rate = fc.double({ min: -4, max: 4, noNaN: true }).map((power) => 10 ** power);
    fc.assert(
      fc.property(rate, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (r, p) => {
        const times = [0, 0.3, 1, 7].map((t) => t / r);
        const solution = solveOde((t, [y, z]) => [-r * y!, r * z! * (1 - z!), 2 * r * r * t], [p, p, 1], times);
        const exact = (t: number) => [p * Math.exp(-r * t), p / (p + (1 - p) * Math.exp(-r * t)), 1 + (r * t) ** 2];
        expect(solution.converged).toBe(true);
        expect(within(solution, exact)).toBeLessThanOrEqual(solution.error);
        expect(solution.error).toBeLessThan(1e-5);
      }),
      { numRuns: 100 },
    );
  });

  it("linear and nonlinear problems are within their errors at sparse and at dense times", () => {
    const problems: readonly ((p: number) => readonly [Derivative, (t: number) => readonly number[], number])[] = [
      (p) => [(_, [x, v]) => [v! / p, -x! / p], (t) => [Math.cos(t / p), -Math.sin(t / p)], 20 * p],
      (p) => [(_, [y]) => [(p - 0.5) * y!], (t) => [Math.exp((p - 0.5) * t)], 8],
      (p) => [(_, [y]) => [y! * (1 - y!)], (t) => [p / (p + (1 - p) * Math.exp(-t))], 8],
      (p) => [(_, [y]) => [p * p - y! * y!], (t) => [p * Math.tanh(p * t)], 8],
      // neighbouring solutions part as e^(3 p t)
      (p) => [(t, [y]) => [3 * p * (y! - 1 / (1 + t)) - 1 / (1 + t) ** 2], (t) => [1 / (1 + t)], 3],
    ];
    const counts = fc.constantFrom(1, 7, 100, 1000);
    fc.assert(
      fc.property(
        fc.constantFrom(...problems),
        fc.double({ min: 0.05, max: 1, noNaN: true }),
        counts,
        fc.integer({ min: 6, max: 13 }),
        (problem, p, count, digits) => {
          const [derivative, exact, span] = problem(p);
          const times = Array.from({ length: count + 1 }, (_, k) => (span * k) / count);
          const solution = solveOde(derivative, exact(0), times, { tolerance: 10 ** -digits });
          expect(solution.converged).toBe(true);
          expect(within(solution, exact)).toBeLessThanOrEqual(solution.error);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("output times change neither the steps nor the error much", () => {
    const evals = [1, 10, 10_000].map((count) => {
      const times = Array.from({ length: count + 1 }, (_, k) => (50 * k) / count);
      const solution = solveOde((_, [x, v]) => [v!, -x!], [1, 0], times);
      const truth = within(solution, (t) => [Math.cos(t), -Math.sin(t)]);
      expect(truth).toBeLessThanOrEqual(solution.error);
      // 50 units of time, at less than ten tolerances each
      expect(truth).toBeLessThan(5e-8);
      return solution.evals;
    });
    expect(new Set(evals).size).toBe(1);
  });

  it("between the ends of its steps a cubic is exact", () => {
    const times = Array.from({ length: 201 }, (_, k) => k / 100);
    const solution = solveOde((t) => [4 * t ** 3 - 3 * t * t + 1], [0], times);
    // twenty roundings of numbers up to 10
    expect(within(solution, (t) => [t ** 4 - t ** 3 + t])).toBeLessThan(20 * 10 * 2 ** -53);
  });

  it("the shortest spans, denormal ones and those of one rounding, are solved", () => {
    const short: readonly (readonly number[])[] = [
      ...[
        [0, 5e-324],
        [0, 1e-320],
        [0, 1e-310, 2e-310],
        [-1e-322, 1e-322],
        [0, 1e-300],
        [0, 1e-290, 2e-290],
      ],
      ...[
        [1, 1 + 2 ** -52],
        [1, 1 + 2 ** -52, 1 + 2 ** -51],
        [1e10, 1e10 + 1e-5],
        [0, 1e-320, 1e-300, 1e-10, 1],
      ],
    ];
    for (const times of short) {
      const solution = solveOde((_, [y]) => [-y!], [1], times);
      expect(solution).toMatchObject({ times, converged: true });
      expect(within(solution, (t) => [Math.exp(times[0]! - t)])).toBeLessThanOrEqual(solution.error);
    }
  });

  it("a kink of the right side costs steps, and stays within the error wherever it lies", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1.99, noNaN: true }), fc.integer({ min: 6, max: 12 }), (k, digits) => {
        const count = digits % 2 === 0 ? 2 : 100;
        const times = Array.from({ length: count + 1 }, (_, i) => (2 * i) / count);
        // y' = |t - k|
        const exact = (t: number) => (t < k ? k * t - (t * t) / 2 : (k * k) / 2 + (t - k) ** 2 / 2);
        const solution = solveOde((t) => [Math.abs(t - k)], [0], times, { tolerance: 10 ** -digits });
        expect(solution.converged).toBe(true);
        expect(within(solution, (t) => [exact(t)])).toBeLessThanOrEqual(solution.error);
        expect(solution.error).toBeLessThan(1e5 * 10 ** -digits);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    [1e-8, 1.272],
    [1e-10, 1.849],
  ])("at tolerance %d the kink at %d, which orders 5 and 4 agree on, is seen", (tolerance, hidden) => {
    const kinks = [hidden, ...Array.from({ length: 399 }, (_, i) => (i + 1) / 200)];
    for (const k of kinks) {
      const solution = solveOde((t) => [Math.abs(t - k)], [0], [0, 2], { tolerance });
      const exact = (k * k + (2 - k) ** 2) / 2;
      // y is at most 2
      expect(Math.abs(solution.states[1]![0]! - exact)).toBeLessThan(220 * tolerance * 3);
      expect(Math.abs(solution.states[1]![0]! - exact)).toBeLessThan(solution.error);
    }
  });

  it("a moderately stiff problem is solved, a very stiff one ends when its evaluations do", () => {
    const stiff = (rate: number, maxEvals: number) =>
      solveOde((t, [y]) => [-rate * (y! - Math.cos(t))], [0], [0, 0.5, 1], { maxEvals });
    const rate = 1000;
    const exact = (t: number) =>
      (rate * (rate * Math.cos(t) + Math.sin(t)) - rate * rate * Math.exp(-rate * t)) / (1 + rate * rate);
    const solution = stiff(rate, 100_000);
    expect(solution.converged).toBe(true);
    expect(within(solution, (t) => [exact(t)])).toBeLessThanOrEqual(solution.error);
    const hard = stiff(1e7, 20_000);
    expect(hard).toMatchObject({ converged: false, times: [0], states: [[0]] });
    expect(hard.evals).toBeLessThanOrEqual(20_000);
  });

  it("stops at a blow-up in finite time, with the times before it", () => {
    for (const power of [2, 3, 1.5]) {
      const end = 1 / (power - 1);
      const solution = solveOde((_, [y]) => [y! ** power], [1], [0, 0.5 * end, 0.9 * end, 1.1 * end, 2 * end]);
      expect(solution.converged).toBe(false);
      expect(solution.times).toEqual([0, 0.5 * end, 0.9 * end]);
      expect(within(solution, (t) => [(1 - t / end) ** (-1 / (power - 1))])).toBeLessThanOrEqual(solution.error);
    }
    expect(solveOde((_, [y]) => [Math.exp(y!)], [0], [-1, 0.5])).toMatchObject({ converged: false, times: [-1] });
    expect(solveOde((_, [y]) => [1 + y! * y!], [0], [0, 3])).toMatchObject({ converged: false, times: [0] });
  });

  it("stops where the solution leaves the domain of its derivative", () => {
    // y = (1 - t/2)^2 ends at t = 2 if roots of negative numbers are not allowed; y' = -1/y ends at t = 1/2
    const solution = solveOde((_, [y]) => [-1 / y!], [1], [0, 0.4, 0.6]);
    expect(solution).toMatchObject({ converged: false, times: [0, 0.4] });
    expect(Math.abs(solution.states[1]![0]! - Math.sqrt(0.2))).toBeLessThanOrEqual(solution.error);
    const leaves = solveOde((_, [y]) => [y! < 0.5 ? Number.NaN : -1], [1], [0, 0.4, 0.6]);
    expect(leaves).toMatchObject({ converged: false, times: [0, 0.4] });
  });

  it("counts every evaluation", () => {
    let calls = 0;
    const count = (_: number, y: readonly number[]) => {
      calls += 1;
      return y.map((value) => -value);
    };
    const solution = solveOde(count, [1, 2], [0, 3]);
    // the check of the start is one more
    expect(solution.evals).toBe(calls - 1);
  });

  it("one time and a derivative that is zero", () => {
    expect(solveOde(() => [5], [3], [7])).toMatchObject({ times: [7], states: [[3]], error: 0, converged: true });
    const still = solveOde(() => [0, 0], [3, -1], [0, 1e9]);
    expect(still.states).toEqual([
      [3, -1],
      [3, -1],
    ]);
    // ten steps of six evaluations, and seventeen
    expect(still.evals).toBeLessThan(200);
  });

  it("names what is wrong with its input", () => {
    const refused = (call: () => unknown, parameter: string) =>
      expect(call).toThrowError(
        expect.objectContaining({ code: "domain", details: expect.objectContaining({ parameter }) }),
      );
    refused(() => solveOde(() => [1], [1], []), "times");
    refused(() => solveOde(() => [1], [1], [0, 1, 1]), "times[2]");
    refused(() => solveOde(() => [1], [1], [0, Number.POSITIVE_INFINITY]), "times[1]");
    refused(() => solveOde(() => [1], [1], [-1e308, 1e308]), "times");
    refused(() => solveOde(() => [], [], [0, 1]), "start");
    refused(() => solveOde(() => [1], [Number.NaN], [0, 1]), "start[0]");
    refused(() => solveOde(() => [1, 2], [1], [0, 1]), "derivative");
    refused(() => solveOde(() => [1, Number.NaN], [1, 1], [0, 1]), "derivative[1]");
    refused(() => solveOde(() => [1], [1], [0, 1], { tolerance: 0 }), "tolerance");
    refused(() => solveOde(() => [1], [1], [0, 1], { maxEvals: 0 }), "maxEvals");
  });
});
