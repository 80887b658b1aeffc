import { describe, expect, it } from "vitest";
import {
  eventGradient,
  type FactorisedOrder,
  factorisedOrders,
} from "../../../../src/theory/ladder/disentanglement/factorisedLayer.js";
import { randomFactorisedLadder } from "../../../../src/theory/ladder/disentanglement/randomFactorisedLadder.js";
import { separable } from "../../../../src/theory/ladder/disentanglement/separableWeights.js";
import {
  type FactorisedRun,
  teacherTarget,
  trainFactorised,
} from "../../../../src/theory/ladder/disentanglement/trainFactorised.js";

/** A student that starts near a teacher with the same ladder. */
function run(order: FactorisedOrder, seed: number, steps: number, events = 2): FactorisedRun {
  const ladder = randomFactorisedLadder([2, 1, 3], { seed, events });
  const target = teacherTarget(ladder, ladder.weights, { order });
  const start = ladder.weights.map((block) => block.map((w, k) => w * (1 + 0.2 * Math.cos(seed + k))));
  return trainFactorised({ ...ladder, target }, separable(start), { order, steps, learningRate: 0.02 });
}

const largest = (result: FactorisedRun, key: "separability" | "centring" | "entanglement") =>
  Math.max(...result.steps.map((step) => step[key]));

describe("trainFactorised", () => {
  it.each(["lin-bn", "lin-bn-relu"] as const)(
    "keeps separable weights and disentangled outputs while it learns, %s",
    (order) => {
      for (const seed of [7, 8, 10]) {
        const result = run(order, seed, 60);
        expect(largest(result, "separability")).toBeLessThan(1e-12);
        expect(largest(result, "centring")).toBeLessThan(1e-14);
        expect(largest(result, "entanglement")).toBeLessThan(1e-11);
        expect(result.steps.at(-1)!.loss).toBeLessThan(0.9 * result.steps[0]!.loss);
      }
    },
  );

  it("does so for factors with three events", () => {
    const result = run("lin-bn", 9, 60, 3);
    expect(largest(result, "separability")).toBeLessThan(1e-12);
    expect(result.steps.at(-1)!.loss).toBeLessThan(0.9 * result.steps[0]!.loss);
  });

  it.each(["lin", "lin-relu", "lin-relu-bn"] as const)(
    "leaves the blocks where the gradient is not centred, %s",
    (order) => {
      const result = run(order, 7, 60);
      expect(largest(result, "centring")).toBeGreaterThan(1e-3);
      expect(largest(result, "separability")).toBeGreaterThan(1e-3);
      expect(largest(result, "entanglement")).toBeGreaterThan(1e-5);
    },
  );

  it.each(["lin-bn", "lin-bn-relu"] as const)(
    "has no gradient at all for binary factors with epsilon = 0, %s",
    (order) => {
      const ladder = randomFactorisedLadder([2, 1, 3], { seed: 7 });
      const start = separable(ladder.weights);
      const { weights } = trainFactorised(ladder, start, { order, steps: 1, epsilon: 0, learningRate: 1 });
      weights.forEach((row, k) => {
        row.forEach((w, j) => {
          expect(Math.abs(w - start[k]![j]!)).toBeLessThan(1e-13);
        });
      });
      const three = randomFactorisedLadder([2, 1, 3], { seed: 7, events: 3 });
      const moved = trainFactorised(three, separable(three.weights), {
        order: "lin-bn",
        steps: 1,
        epsilon: 0,
        learningRate: 1,
      });
      expect(Math.abs(moved.weights[0]![0]! - three.weights[0]![0]!)).toBeGreaterThan(1e-3);
    },
  );

  it("starts from weights that are not separable too, and lists every step", () => {
    const ladder = randomFactorisedLadder([1, 1], { seed: 3 });
    const { steps } = trainFactorised(
      ladder,
      [
        [1, 0.5],
        [0.2, 1],
      ],
      { order: "lin-bn", steps: 2 },
    );
    expect(steps.map(({ step, separability }) => [step, separability > 0.1])).toEqual([
      [0, true],
      [1, true],
      [2, true],
    ]);
    expect(
      trainFactorised(
        ladder,
        [
          [1, 0],
          [0, 1],
        ],
        { order: "lin", steps: 0 },
      ).steps,
    ).toHaveLength(1);
  });

  it("names a rate that is too large, a constant node, an order that is none", () => {
    const ladder = randomFactorisedLadder([1, 1], { seed: 3 });
    const start = [
      [1, 0],
      [0, 1],
    ];
    expect(() => trainFactorised(ladder, start, { order: "lin", steps: 5000, learningRate: 50 })).toThrow(
      /learningRate = 50/,
    );
    expect(() =>
      trainFactorised(
        ladder,
        [
          [0, 0],
          [0, 1],
        ],
        { order: "lin-bn", epsilon: 0 },
      ),
    ).toThrow(/node 0 = the constant 0/);
    expect(() => trainFactorised(ladder, start, { order: "bn" as "lin" })).toThrow(/order = bn/);
    expect(() => trainFactorised(ladder, [[1]], { order: "lin" })).toThrow(/weights/);
  });
});

describe("eventGradient", () => {
  it.each(factorisedOrders)("is minus the derivative of the loss by central differences, %s", (order) => {
    const p = [0.1, 0.2, 0.3, 0.25, 0.15];
    const features = [
      [1, 0.2],
      [0.3, -0.5],
      [-0.4, 0.9],
      [0.8, 0.7],
      [-1.1, 0.4],
    ];
    const target = [
      [1, 0],
      [0.5, 0.5],
      [-1, 0.3],
      [0.2, 0.9],
      [0.7, -0.2],
    ];
    const layer = { features, probabilities: p, target, order, epsilon: 0.05 };
    const W = [
      [0.6, -0.3],
      [0.4, 1.2],
    ];
    const { dW } = eventGradient(layer, W);
    const h = 1e-6;
    for (const [i, j] of [
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ] as const) {
      const at = (shift: number) =>
        eventGradient(
          layer,
          W.map((row, k) => row.map((x, l) => (k === i && l === j ? x + shift : x))),
        ).loss;
      // h^2 and roundoff / h; no activation is within h of 0
      expect(Math.abs((at(-h) - at(h)) / (2 * h) - dW[i]![j]!)).toBeLessThan(1e-8);
    }
  });
});
