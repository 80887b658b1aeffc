/** The cases of test/reference/ladder-alignment.json, made by an implementation in another language. */
import { expect, it } from "vitest";
import { byContent, conditionalTable } from "../../../src/theory/ladder/groupBy.js";
import { regionOf } from "../../../src/theory/ladder/ladder.js";
import { ladderFromAtoms } from "../../../src/theory/ladder/ladderFromAtoms.js";
import { marginalBackward } from "../../../src/theory/ladder/marginal/marginalBackward.js";
import { marginalGradient } from "../../../src/theory/ladder/marginal/marginalGradient.js";
import { matrixForm } from "../../../src/theory/ladder/matrix/matrixForm.js";
import { backwardPass, weightUpdates } from "../../../src/theory/ladder/network/backwardPass.js";
import { forwardPass } from "../../../src/theory/ladder/network/forwardPass.js";
import { locallyConnectedNetwork, type NetworkNode } from "../../../src/theory/ladder/network/network.js";
import { reformulation } from "../../../src/theory/ladder/reformulation/reformulation.js";
import { casesOfKind, within } from "./cases.js";

it.each(casesOfKind("marginal_gradient"))(
  "$id: marginalised gradients and the update of the first layer",
  ({ inputs, expected, tolerance }) => {
    const ladder = ladderFromAtoms(inputs.support, inputs.prob, [
      ...[0, 1, 2].map((pixel) => ({ id: `p${pixel}`, pixels: [pixel], labels: "content" as const })),
      { id: "a0", pixels: [0, 1], children: ["p0", "p1"], labels: "content" },
      { id: "a1", pixels: [1, 2], children: ["p1", "p2"], labels: "content" },
      { id: "top", pixels: [0, 1, 2], children: ["a0", "a1"], labels: "content" },
    ]);
    const pixelNodes = [0, 1, 2].map(
      (pixel): NetworkNode => ({
        kind: "input",
        id: `k${pixel}`,
        region: `p${pixel}`,
        raw: regionOf(ladder, `p${pixel}`).contents.map(([value]) => value!),
        gate: "linear",
      }),
    );
    const inner = (id: string, region: string, inputs: readonly (readonly [string, number])[]): NetworkNode => ({
      kind: "inner",
      id,
      region,
      inputs: inputs.map(([node, weight]) => ({ node, weight })),
      gate: "relu",
    });
    const { W1, W2 } = inputs;
    const network = locallyConnectedNetwork(ladder, [
      ...pixelNodes,
      inner("j0", "a0", [
        ["k0", W1[0][0]],
        ["k1", W1[1][0]],
      ]),
      inner("j1", "a1", [
        ["k1", W1[1][1]],
        ["k2", W1[2][1]],
      ]),
      inner("f", "top", [
        ["j0", W2[0][0]],
        ["j1", W2[1][0]],
      ]),
    ]);
    const activity = forwardPass(network);
    const targets = { f: ladder.kept.map((at) => inputs.label[at]) };
    const gradient = backwardPass(network, activity, targets);
    const projections = marginalBackward(network, activity, targets);
    for (const [key, wanted] of Object.entries(expected.g_j_of_xk as Record<string, readonly number[]>)) {
      const [j, k] = key.split("_") as [string, string];
      const region = regionOf(ladder, `p${k.slice(1)}`);
      const direct = marginalGradient(ladder, gradient.get(j)!.gradient, region);
      const { projection } = projections.updates.find((one) => one.node === j && one.input === k)!;
      within({ direct, projection }, { direct: wanted, projection: wanted }, tolerance);
      expect(byContent(region).count).toBe(2);
    }
    const updates = weightUpdates(network, activity, gradient);
    const update = (j: string, k: string) => updates.find((one) => one.node === j && one.input === k)?.update ?? 0;
    const dW1 = ["k0", "k1", "k2"].map((k) => ["j0", "j1"].map((j) => update(j, k)));
    within({ dW1 }, { dW1: expected.dW1 }, tolerance);
  },
);

const booleans: Record<string, (a: number, b: number) => number> = {
  "z1 AND z2": (a, b) => a & b,
  "z1 OR z2": (a, b) => a | b,
  "z1 XOR z2": (a, b) => a ^ b,
};

it.each(casesOfKind("ladder"))(
  "$id: residuals of the conditions, exact means and Eqn 8",
  ({ inputs, expected, tolerance }) => {
    const atoms = Array.from({ length: 16 }, (_, x) => [8, 4, 2, 1].map((bit) => (x & bit) / bit));
    const labelled = ([p, q]: readonly number[]) => inputs.z_beta_of_xbeta[2 * p! + q!];
    const ladder = ladderFromAtoms(atoms, inputs.prob, [
      { id: "b1", pixels: [0, 1], labels: labelled },
      { id: "b2", pixels: [2, 3], labels: labelled },
      {
        id: "a",
        pixels: [0, 1, 2, 3],
        children: ["b1", "b2"],
        labels: (_, [z1, z2]) => booleans[inputs.z_alpha]!(z1!, z2!),
      },
    ]);
    const child = (id: string, region: string, raw: readonly number[]): NetworkNode => ({
      kind: "input",
      id,
      region,
      raw: regionOf(ladder, region).contents.map(([p, q]) => raw[2 * p! + q!]!),
      gate: "relu",
    });
    const network = locallyConnectedNetwork(ladder, [
      child("k1", "b1", inputs.child_raw1),
      child("k2", "b2", inputs.child_raw2),
      {
        kind: "inner",
        id: "j",
        region: "a",
        inputs: [
          { node: "k1", weight: inputs.w_j[0] },
          { node: "k2", weight: inputs.w_j[1] },
        ],
        gate: "relu",
      },
    ]);
    const report = reformulation(network, { j: ladder.weights.map(() => 0) });
    const node = report.nodes.find((one) => one.node === "j")!;
    const { focus, broadness, decorrelation } = report.conditions;
    const got = {
      focus_tv: report.families.map((family) => family.focus.largest),
      broadness_tv: report.families.map((family) => family.broadness.largest),
      f_j_exact: node.exact.activation,
      f_j_reformulated: node.activation,
      P_alpha_beta1: conditionalTable(ladder, regionOf(ladder, "a"), regionOf(ladder, "b1")),
      conditions_hold: focus && broadness && decorrelation,
    };
    within(got, expected, tolerance);
  },
);

it.each(casesOfKind("matrix_form"))("$id: Theorem 4 with two children", ({ inputs, expected, tolerance }) => {
  const children = [0, 1].map((at) => ({ id: `b${at}`, activation: inputs.F_beta[at], gate: inputs.D_beta[at] }));
  const links = [0, 1].map((at) => ({ parent: "a", child: `b${at}`, table: inputs.P[at], weights: inputs.W[at] }));
  const top = { id: "a", prior: inputs.prior_alpha, gradient: inputs.G_alpha };
  const found = matrixForm([top, ...children], links);
  const group = (id: string) => found.groups.find((one) => one.id === id)!;
  const got = {
    F_alpha: group("a").activation,
    G_tilde_alpha: group("a").gradient,
    G_tilde_beta: ["b0", "b1"].map((id) => group(id).gradient),
    dW: found.updates,
  };
  within(got, expected, tolerance);
});
