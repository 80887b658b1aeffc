import * as z from "zod";
import { domainError } from "../../../numeric/domain.js";
import { type Ladder, regionOf } from "../../../theory/ladder/ladder.js";
import { ladderFromAtoms } from "../../../theory/ladder/ladderFromAtoms.js";
import { marginalBackward } from "../../../theory/ladder/marginal/marginalBackward.js";
import { forwardPass } from "../../../theory/ladder/network/forwardPass.js";
import { locallyConnectedNetwork, type NetworkNode } from "../../../theory/ladder/network/network.js";
import { kind } from "../../kind.js";
import { matrix, realRows, reals, sameLength, vector } from "../../schemas.js";

type Rows = readonly (readonly number[])[];

/** The pixels that node j sees: j and j + 1. */
const sees = (j: number, pixel: number) => pixel === j || pixel === j + 1;

function assertShapes(pixels: number, W1: Rows, W2: Rows): void {
  const hidden = pixels - 1;
  const [what, fits] = [`${W1.length} x ${W1[0]!.length}`, W1.length === pixels && W1[0]!.length === hidden];
  if (!fits)
    throw domainError("W1", what, `${pixels} x ${hidden}, pixels x nodes`, "Node j sees the pixels j and j + 1.");
  if (W2.length !== hidden || W2[0]!.length !== 1) {
    throw domainError(
      "W2",
      `${W2.length} x ${W2[0]!.length}`,
      `${hidden} x 1`,
      "One weight from each node to the top.",
    );
  }
  for (const [k, row] of W1.entries()) {
    const j = row.findIndex((weight, node) => weight !== 0 && !sees(node, k));
    if (j >= 0) throw domainError(`W1[${k}][${j}]`, row[j], "0", `Node ${j} sees the pixels ${j} and ${j + 1} only.`);
  }
}

function ladderOf(support: Rows, prob: readonly number[]): Ladder {
  const pixels = support[0]!.map((_, k) => k);
  const region = (id: string, seen: readonly number[], children: readonly string[]) => ({
    ...{ id, pixels: seen, children },
    labels: "content" as const,
  });
  const middle = pixels.slice(0, -1).map((j) => region(`j${j}`, [j, j + 1], [`x${j}`, `x${j + 1}`]));
  return ladderFromAtoms(support, prob, [
    ...pixels.map((k) => region(`x${k}`, [k], [])),
    ...middle,
    region(
      "top",
      pixels,
      middle.map(({ id }) => id),
    ),
  ]);
}

function nodesOf(ladder: Ladder, W1: Rows, W2: Rows): NetworkNode[] {
  const pixels = W1.map((_, k): NetworkNode => {
    const raw = regionOf(ladder, `x${k}`).contents.map(([value]) => value!);
    return { kind: "input", id: `x${k}`, region: `x${k}`, raw, gate: "linear" };
  });
  const hidden = W2.map((_, j): NetworkNode => {
    const inputs = [j, j + 1].map((k) => ({ node: `x${k}`, weight: W1[k]![j]! }));
    return { kind: "inner", id: `j${j}`, region: `j${j}`, inputs, gate: "relu" };
  });
  const inputs = W2.map(([weight], j) => ({ node: `j${j}`, weight: weight! }));
  return [...pixels, ...hidden, { kind: "inner", id: "top", region: "top", inputs, gate: "relu" }];
}

export const marginalGradient = kind({
  name: "marginal_gradient",
  area: "ladder",
  doc: "marginalised gradients E[g_j | x_k] of a locally connected ReLU network (Theorem 1)",
  inputs: z
    .strictObject({
      support: matrix.describe("Inputs, a row of pixels each."),
      weights: vector.optional().describe("As prob: a note, not read."),
      prob: vector.describe("Probability of each input."),
      W1: matrix.describe("pixels x nodes; node j sees the pixels j and j + 1, its other weights are 0."),
      W2: matrix.describe("nodes x 1, to a ReLU node on top of all."),
      label: vector.describe("What the top node should be for each input; the loss is half the mean squared error."),
    })
    .check(sameLength("support", "prob", "label")),
  result: z.object({
    g_j_of_xk: z
      .record(z.string(), reals)
      .describe(
        "j0_k1: E[g_0 | x_1] for each value of pixel 1 that occurs, ascending. g is the negative gradient after the node's gate.",
      ),
    dW1: realRows.describe("E[x_k g_j], pixels x nodes."),
  }),
  example: {
    support: [
      [0, 1, 0],
      [1, 0, 1],
      [1, 1, 1],
    ],
    prob: [0.5, 0.25, 0.25],
    W1: [
      [1, 0],
      [0.5, -1],
      [0, 1],
    ],
    W2: [[1], [0.5]],
    label: [1, 0, 2],
  },
  names: { atoms: "support", weights: "prob" },
  compute({ support, prob, W1, W2, label }) {
    assertShapes(support[0]!.length, W1, W2);
    const ladder = ladderOf(support, prob);
    const network = locallyConnectedNetwork(ladder, nodesOf(ladder, W1, W2));
    const top = ladder.kept.map((atom) => label[atom]!);
    const { updates } = marginalBackward(network, forwardPass(network), { top });
    const between = (j: number, k: number) => updates.find(({ node, input }) => node === `j${j}` && input === `x${k}`);
    const pairs = W2.flatMap((_, j): [string, number[]][] =>
      [j, j + 1].map((k) => [`j${j}_k${k}`, [...between(j, k)!.projection]]),
    );
    return {
      g_j_of_xk: Object.fromEntries(pairs),
      dW1: W1.map((row, k) => row.map((_, j) => between(j, k)?.update ?? 0)),
    };
  },
});
