import { describe, expect, it } from "vitest";
import { arrangementCount } from "../proofs/gating/arrangementCount.js";
import { errata } from "../proofs/gating/errata/index.js";
import { proofs } from "../proofs/gating/index.js";
import { meanOutput, meanTangent } from "../proofs/gating/kernels.js";
import { theorem2Mixture } from "../proofs/gating/paths.js";
import { rational } from "../src/symbolic/rational.js";
import { meanKernels } from "../src/theory/gating/kernels/meanKernels.js";
import { gatedForward } from "../src/theory/gating/network/gatedForward.js";
import { gatedNetwork } from "../src/theory/gating/network/gatedNetwork.js";
import { activeIntervals } from "../src/theory/gating/regions/activeIntervals.js";
import { lineArrangement } from "../src/theory/gating/regions/lineArrangement.js";
import { describeProofs, worth } from "./support/describeProofs.js";

const whole = (...values: readonly number[]) => values.map((value) => rational(value));

describeProofs({ name: "gating", proofs, errata, places: { m: whole(1, 2, 5), L: whole(2, 3, 4) } });

describe("against numbers", () => {
  it("the sum over four paths is the output of a DLGN", () => {
    const U = [
      [
        [0.5, -1.25],
        [2, 0.75],
      ],
      [
        [1.5, -0.5],
        [0.25, 3],
      ],
      [[-1, 2]],
    ];
    const x = [0.8, -0.6];
    const { output, gates } = gatedForward(gatedNetwork("dlgn", { W: U, U }, { beta: 1.5 }), x);
    const values: Record<string, number> = { x_1: x[0]!, x_2: x[1]! };
    U.forEach((rows, l) => {
      rows.forEach((row, i) => {
        if (l < 2) values[`f${l + 1}_${i + 1}`] = gates[l]![i]!;
        row.forEach((entry, j) => {
          values[`u${l + 1}_${i + 1}${j + 1}`] = entry;
        });
      });
    });
    // symbols are rounded to twelve digits
    expect(worth(theorem2Mixture, values)).toBeCloseTo(output[0]!, 10);
  });

  it("the means over weights are those that kernels have, for one input and layers of 2 and 1 neurons", () => {
    const network = gatedNetwork(
      "dlgn",
      { W: [[[1], [-2]], [[1, 1]]], U: [[[1], [1]], [[1, 1]], [[1]]] },
      { beta: 0.7 },
    );
    const points = [[0.9], [-0.4]];
    const [own, other] = points.map((x) => gatedForward(network, x).gates);
    const values: Record<string, number> = { x: 0.9, y: -0.4, r: 0.6 };
    for (const [l, i] of [
      [1, 1],
      [1, 2],
      [2, 1],
    ] as const) {
      values[`f${l}_${i}`] = own![l - 1]![i - 1]!;
      values[`g${l}_${i}`] = other![l - 1]![i - 1]!;
    }
    const { output, tangent } = meanKernels(network, points, 0.6);
    expect(worth(meanTangent, values)).toBeCloseTo(tangent[0]![1]!, 10);
    expect(worth(meanOutput, values)).toBeCloseTo(output[0]![1]!, 10);
  });

  it("lines in general position make so many regions: tangents of a parabola", () => {
    for (const n of [0, 1, 2, 5, 9]) {
      const tangents = Array.from({ length: n }, (_, k) => [BigInt(2 * k), -1n, BigInt(-k * k)]);
      expect(lineArrangement(tangents).regions).toBe(worth(arrangementCount, { n }));
    }
  });

  it("the witness of Figure 1 has the zeros that its proof names", () => {
    const weights = [[[1], [1], [1], [1]], [[1, -2, 2, -2]]];
    const biases = [[0, -1, -2, -3], [-0.5]];
    const found = activeIntervals(weights, [0, 0], { biases, interval: [-1, 5] });
    expect(found.flatMap(({ exact }) => exact).map(({ numerator, denominator }) => [numerator, denominator])).toEqual(
      [1n, 3n, 5n, 7n].map((odd) => [odd, 2n]),
    );
  });
});
