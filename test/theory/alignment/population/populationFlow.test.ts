import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GaussianStream } from "../../../../src/numeric/random/gaussianStream.js";
import { populationFlow } from "../../../../src/theory/alignment/population/populationFlow.js";
import { populationGradient } from "../../../../src/theory/alignment/population/populationGradient.js";
import { populationLoss } from "../../../../src/theory/alignment/population/populationLoss.js";
import type { TwoLayer } from "../../../../src/theory/alignment/population/twoLayer.js";

type Rows = number[][];
interface Case {
  readonly kind: string;
  readonly inputs: { readonly W: Rows; readonly V: Rows; readonly W_teacher: Rows; readonly V_teacher: Rows };
  readonly expected: {
    readonly loss: number;
    readonly W_flow: Rows;
    readonly V_flow: Rows;
    readonly w_dot_dw: number[];
  };
}

const references = (
  JSON.parse(readFileSync(new URL("../../../reference/ladder-alignment.json", import.meta.url), "utf8")) as Case[]
).filter(({ kind }) => kind === "population");

const gap = (a: readonly number[], b: readonly number[]) => Math.max(...a.map((x, i) => Math.abs(x - b[i])));

/** Normal weights of the given sizes. */
function network(seed: number, nodes: number, inputs: number, outputs: number): TwoLayer {
  const stream = new GaussianStream({ seed, sample: nodes, draw: inputs });
  const rows = (columns: number) =>
    Array.from({ length: nodes }, () => Array.from({ length: columns }, () => stream.next()));
  return { W: rows(inputs), V: rows(outputs) };
}

const settings = fc.record({
  seed: fc.nat(1_000_000),
  students: fc.integer({ min: 1, max: 4 }),
  teachers: fc.integer({ min: 1, max: 3 }),
  inputs: fc.integer({ min: 1, max: 4 }),
  outputs: fc.integer({ min: 1, max: 3 }),
  variance: fc.double({ min: 0.2, max: 3, noNaN: true }),
});
type Settings = typeof settings extends fc.Arbitrary<infer S> ? S : never;
const pair = ({ seed, students, teachers, inputs, outputs }: Settings): [TwoLayer, TwoLayer] => [
  network(seed, students, inputs, outputs),
  network(seed + 1, teachers, inputs, outputs),
];

const moved = (rows: readonly (readonly number[])[], k: number, i: number, by: number) =>
  rows.map((row, q) => row.map((value, p) => (q === k && p === i ? value + by : value)));

describe("populationLoss and populationGradient", () => {
  it("agree with the reference cases", () => {
    expect(references.length).toBeGreaterThan(0);
    for (const { inputs, expected } of references) {
      const [student, teacher] = [
        { W: inputs.W, V: inputs.V },
        { W: inputs.W_teacher, V: inputs.V_teacher },
      ];
      const { value, error } = populationLoss(student, teacher);
      const flow = populationGradient(student, teacher);
      // the expected decimals have 13 digits
      expect(Math.abs(value - expected.loss)).toBeLessThan(1e-11);
      expect(error).toBeLessThan(1e-13);
      expect(gap(flow.W.flat(), expected.W_flow.flat())).toBeLessThan(1e-11);
      expect(gap(flow.V.flat(), expected.V_flow.flat())).toBeLessThan(1e-11);
      expect(gap(flow.wDotW, expected.w_dot_dw)).toBeLessThan(1e-11);
      expect(flow.error).toBeLessThan(1e-12);
    }
  });

  it("are a function and minus its derivative, by central differences", () => {
    fc.assert(
      fc.property(settings, (setting) => {
        const [student, teacher] = pair(setting);
        const options = { variance: setting.variance };
        const flow = populationGradient(student, teacher, options);
        const size = 1 + Math.max(...flow.W.flat().map(Math.abs), ...flow.V.flat().map(Math.abs));
        const h = 1e-5;
        const slope = (at: (by: number) => TwoLayer) =>
          (populationLoss(at(h), teacher, options).value - populationLoss(at(-h), teacher, options).value) / (2 * h);
        const length = (k: number) => Math.hypot(...student.W[k]);
        for (const [k, row] of flow.W.entries()) {
          // the third derivative grows like 1/|w|^2
          const slack = 1e-8 * size * (1 + 0.01 / length(k) ** 2);
          for (const [i, value] of row.entries()) {
            expect(Math.abs(value + slope((by) => ({ ...student, W: moved(student.W, k, i, by) })))).toBeLessThan(
              slack,
            );
          }
        }
        for (const [k, row] of flow.V.entries()) {
          for (const [i, value] of row.entries()) {
            const numeric = slope((by) => ({ ...student, V: moved(student.V, k, i, by) }));
            expect(Math.abs(value + numeric)).toBeLessThan(1e-8 * size);
          }
        }
      }),
      { numRuns: 60, examples: [[{ seed: 1, students: 2, teachers: 1, inputs: 1, outputs: 1, variance: 1 }]] },
    );
  });

  it("have the means over normal samples, within five standard errors", () => {
    const [student, teacher] = pair({ seed: 5, students: 3, teachers: 2, inputs: 3, outputs: 2, variance: 1 });
    const [variance, count] = [1.4, 30_000];
    const stream = new GaussianStream({ seed: 77, sample: 0, draw: 0 });
    const { W, V } = populationGradient(student, teacher, { variance });
    const wanted = [populationLoss(student, teacher, { variance }).value, ...W.flat(), ...V.flat()];
    const [sums, squares] = [new Float64Array(wanted.length), new Float64Array(wanted.length)];
    const hidden = (net: TwoLayer, x: number[]) =>
      net.W.map((w) =>
        Math.max(
          0,
          w.reduce((sum, value, i) => sum + value * x[i], 0),
        ),
      );
    for (let n = 0; n < count; n++) {
      const x = [0, 0, 0].map(() => Math.sqrt(variance) * stream.next());
      const [own, goal] = [hidden(student, x), hidden(teacher, x)];
      const e = [0, 1].map(
        (c) =>
          goal.reduce((sum, f, j) => sum + f * teacher.V[j][c], 0) -
          own.reduce((sum, f, k) => sum + f * student.V[k][c], 0),
      );
      const back = student.V.map((v) => v[0] * e[0] + v[1] * e[1]);
      const terms = [
        (e[0] ** 2 + e[1] ** 2) / 2,
        ...own.flatMap((f, k) => x.map((value) => (f > 0 ? value * back[k] : 0))),
        ...own.flatMap((f) => e.map((value) => f * value)),
      ];
      for (const [i, term] of terms.entries()) {
        sums[i] += term / count;
        squares[i] += (term * term) / count;
      }
    }
    for (const [i, value] of wanted.entries()) {
      const deviation = Math.sqrt((squares[i] - sums[i] ** 2) / count);
      expect(Math.abs(value - sums[i])).toBeLessThan(5 * deviation);
    }
  });

  it("w_k . dw_k/dt equals v_k . dv_k/dt, eq. (6)", () => {
    fc.assert(
      fc.property(settings, (setting) => {
        const [student, teacher] = pair(setting);
        const { V, wDotW, error } = populationGradient(student, teacher, { variance: setting.variance });
        const fanOut = V.map((row, k) => row.reduce((sum, value, c) => sum + value * student.V[k][c], 0));
        expect(gap(wDotW, fanOut)).toBeLessThan(error * 10);
      }),
    );
  });

  it("are zero for a student that is its teacher in other words", () => {
    const teacher = network(3, 2, 3, 2);
    const student = {
      W: [teacher.W[1].map((x) => 2 * x), teacher.W[0], teacher.W[0].map((x) => 3 * x)],
      V: [teacher.V[1].map((x) => x / 2), teacher.V[0].map((x) => x / 4), teacher.V[0].map((x) => x / 4)],
    };
    const { value, error } = populationLoss(student, teacher);
    expect(value).toBeLessThanOrEqual(error);
    const flow = populationGradient(student, teacher);
    expect(Math.max(...flow.W.flat().map(Math.abs), ...flow.V.flat().map(Math.abs))).toBeLessThanOrEqual(flow.error);
  });

  it("a dead node changes nothing, and has no gradient", () => {
    const [student, teacher] = pair({ seed: 8, students: 2, teachers: 2, inputs: 2, outputs: 1, variance: 1 });
    const more = { W: [...student.W, [0, 0]], V: [...student.V, [5]] };
    expect(populationLoss(more, teacher).value).toBe(populationLoss(student, teacher).value);
    expect(() => populationGradient(more, teacher)).toThrow("kink");
    const quiet = { W: [...teacher.W, [0, 0]], V: [...teacher.V, [5]] };
    expect(populationGradient(student, quiet)).toEqual(
      expect.objectContaining({ W: populationGradient(student, teacher).W }),
    );
  });

  it("refuse biases, ragged rows, sizes that differ and NaN", () => {
    const good = network(1, 2, 2, 1);
    const bad: readonly [Partial<TwoLayer>, string][] = [
      [{ biases: [0, 0.1] }, "student.biases"],
      [{ W: [[1, 2], [3]] }, "student.W[1].length"],
      [
        {
          W: [
            [1, 2, 3],
            [1, 2, 4],
          ],
        },
        "inputs of the student",
      ],
      [
        {
          V: [
            [1, 2],
            [1, 4],
          ],
        },
        "outputs of the student",
      ],
      [{ V: [[1]] }, "rows of student.V"],
      [{ V: [[1], [Number.NaN]] }, "student.V[1][0]"],
      [{ W: [] }, "student.W"],
    ];
    for (const [change, parameter] of bad) {
      expect(() => populationLoss({ ...good, ...change }, good)).toThrow(
        expect.objectContaining({ details: expect.objectContaining({ code: "domain", parameter }) }),
      );
    }
    expect(populationLoss({ ...good, biases: [0, 0] }, good).value).toBeLessThan(1e-14);
  });
});

describe("populationFlow", () => {
  it("conserves |w_k|^2 - |v_k|^2 of every node, and never raises the loss", () => {
    fc.assert(
      fc.property(settings, (setting) => {
        const [student, teacher] = pair(setting);
        const { states, error, converged } = populationFlow(student, teacher, [0, 0.2, 1], {
          variance: setting.variance,
        });
        fc.pre(converged);
        const size = Math.max(...states.flatMap(({ norms, fanOut }) => [...norms, ...fanOut]));
        for (const { balance } of states)
          expect(gap(balance, states[0].balance)).toBeLessThan(4 * size * (error + 1e-9 * size));
        expect(states[1].loss).toBeLessThanOrEqual(states[0].loss + 1e-12);
        expect(states[2].loss).toBeLessThanOrEqual(states[1].loss + 1e-12);
      }),
      { numRuns: 8 },
    );
  });

  it("is the limit of gradient descent with small steps", () => {
    const [start, teacher] = pair({ seed: 4, students: 3, teachers: 2, inputs: 2, outputs: 2, variance: 1 });
    const descent = (steps: number) => {
      let student = start;
      for (let n = 0; n < steps; n++) {
        const flow = populationGradient(student, teacher);
        const step = (rows: TwoLayer["W"], by: TwoLayer["W"]) =>
          rows.map((row, k) => row.map((x, i) => x + by[k][i] / steps));
        student = { W: step(student.W, flow.W), V: step(student.V, flow.V) };
      }
      return [...student.W.flat(), ...student.V.flat()];
    };
    const { states } = populationFlow(start, teacher, [0, 1]);
    const [coarse, fine] = [descent(400), descent(800)];
    // Euler's error is first order: extrapolated to second
    const limit = fine.map((x, i) => 2 * x - coarse[i]);
    expect(gap(limit, [...states[1].W.flat(), ...states[1].V.flat()])).toBeLessThan(2e-5);
  });

  it("brings six students to two teachers in the plane", () => {
    const teacher = {
      W: [
        [1, 0],
        [-0.6, 0.8],
      ],
      V: [
        [1, 0],
        [0, 0.7],
      ],
    };
    const student = network(12, 6, 2, 2);
    const small = { W: student.W.map((w) => w.map((x) => 0.1 * x)), V: student.V.map((v) => v.map((x) => 0.1 * x)) };
    const { states, converged } = populationFlow(small, teacher, [0, 10, 100, 300]);
    expect(converged).toBe(true);
    expect(states[3].loss).toBeLessThan(1e-3 * states[0].loss);
    for (const j of [0, 1]) {
      const closest = Math.min(...states[3].angles.map((row) => row[j]));
      expect(closest).toBeLessThan(0.2);
    }
  });

  it("keeps the fan-out where only W is trained", () => {
    const [student, teacher] = pair({ seed: 9, students: 2, teachers: 2, inputs: 3, outputs: 2, variance: 1 });
    const { states } = populationFlow(student, teacher, [0, 1, 2], { train: "W" });
    expect(states[2].V).toEqual(student.V);
    expect(states[2].loss).toBeLessThan(states[0].loss);
  });
});
