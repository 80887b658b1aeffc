import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { meanOf } from "../../../src/theory/ladder/groupBy.js";
import { ladderFromAtoms } from "../../../src/theory/ladder/ladderFromAtoms.js";
import { type MatrixGroup, matrixForm } from "../../../src/theory/ladder/matrix/matrixForm.js";
import { matrixFormOf } from "../../../src/theory/ladder/matrix/matrixFormOf.js";
import { backwardPass, weightUpdates } from "../../../src/theory/ladder/network/backwardPass.js";
import { forwardPass } from "../../../src/theory/ladder/network/forwardPass.js";
import { locallyConnectedNetwork, type NetworkNode } from "../../../src/theory/ladder/network/network.js";
import { randomNetwork, randomTargets } from "../../../src/theory/ladder/random/randomNetwork.js";
import { reformulation } from "../../../src/theory/ladder/reformulation/reformulation.js";
import { ladders, seeds } from "../../support/ladders.js";

const trained = (classes?: Parameters<typeof ladders>[0], signs: "any" | "positive" = "any") =>
  fc.tuple(ladders(classes), seeds, fc.integer({ min: 1, max: 3 })).map(([ladder, seed, width]) => {
    const network = randomNetwork(ladder, { seed, signs, width });
    return { ladder, network, targets: randomTargets(network, { seed }) };
  });

describe("the matrix form of a network", () => {
  it("is the iterated Eqn 8 of every node, on every ladder (Theorem 4)", () => {
    fc.assert(
      fc.property(trained(), ({ network, targets }) => {
        const report = reformulation(network, targets, { steps: "iterated" });
        const { groups, links, columns } = matrixFormOf(network, targets);
        const size = Math.max(
          1,
          ...report.nodes.flatMap((node) => [...node.activation, ...node.gradient].map(Math.abs)),
        );
        for (const { id, activation, gradient } of matrixForm(groups, links).groups) {
          const prior = groups.find((group) => group.id === id)!.prior!;
          for (const [column, name] of columns.get(id)!.entries()) {
            const node = report.nodes.find((one) => one.node === name)!;
            for (const [z, value] of node.activation.entries()) {
              expect(Math.abs(activation[z]![column]! - value)).toBeLessThanOrEqual(1e-11 * size);
              expect(Math.abs(gradient![z]![column]! - prior[z]! * node.gradient[z]!)).toBeLessThanOrEqual(
                1e-11 * size,
              );
            }
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it("has the exact weight updates on lossless ladders", () => {
    fc.assert(
      fc.property(trained(["lossless"]), ({ network, targets }) => {
        const activity = forwardPass(network);
        const exact = weightUpdates(network, activity, backwardPass(network, activity, targets));
        const { groups, links, columns } = matrixFormOf(network, targets);
        const { updates } = matrixForm(groups, links);
        const size = Math.max(1, ...exact.map(({ update }) => Math.abs(update)));
        for (const { node, input, update } of exact) {
          const at = links.findIndex(
            ({ parent, child }) => columns.get(parent)!.includes(node) && columns.get(child)!.includes(input),
          );
          const [k, j] = [columns.get(links[at]!.child)!.indexOf(input), columns.get(links[at]!.parent)!.indexOf(node)];
          expect(Math.abs(updates[at]![k]![j]! - update)).toBeLessThanOrEqual(1e-11 * size);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("misses E P(z) Cov(f_k, g_j | z) of the update where only Theorem 2's conditions hold", () => {
    // x is uniform on 1, 2, one event: f_k = x, f_j = x, target 0, so that g_j = -x
    const ladder = ladderFromAtoms(
      [[1], [2]],
      [0.5, 0.5],
      [
        { id: "beta", pixels: [0], labels: () => 0 },
        { id: "alpha", pixels: [0], children: ["beta"], labels: () => 0 },
      ],
    );
    const network = locallyConnectedNetwork(ladder, [
      { kind: "input", id: "k", region: "beta", raw: [1, 2], gate: "relu" },
      { kind: "inner", id: "j", region: "alpha", inputs: [{ node: "k", weight: 1 }], gate: "relu" },
    ]);
    const targets = { j: [0, 0] };
    const report = reformulation(network, targets);
    expect(report.conditions).toEqual({ focus: true, broadness: true, decorrelation: true });
    const activity = forwardPass(network);
    const [exact] = weightUpdates(network, activity, backwardPass(network, activity, targets));
    const { groups, links } = matrixFormOf(network, targets);
    expect(exact!.update).toBeCloseTo(-meanOf(ladder, [1, 4]), 15);
    expect(matrixForm(groups, links).updates[0]![0]![0]).toBeCloseTo(-2.25, 15);
  });

  it("leaves the backward pass out without a gradient", () => {
    const [ladder] = fc.sample(ladders(["deterministic"]), { seed: 7, numRuns: 1 });
    const network = randomNetwork(ladder!, { seed: 3 });
    const { groups, links } = matrixFormOf(network);
    const found = matrixForm(groups, links);
    expect(found.groups.every(({ gradient }) => gradient === null)).toBe(true);
    expect(found.updates.every((update) => update === null)).toBe(true);
  });
});

describe("the matrix form of given matrices", () => {
  const identity = [
    [1, 0],
    [0, 1],
  ];
  const leaf: MatrixGroup = { id: "b", activation: identity };
  const top: MatrixGroup = { id: "a", prior: [0.5, 0.5], gradient: identity };
  const link = {
    parent: "a",
    child: "b",
    table: identity,
    weights: [
      [1, -1],
      [2, 0],
    ],
  };

  it("closes the gate at raw = 0 and takes a given one", () => {
    const found = matrixForm([top, leaf], [link]).groups.find(({ id }) => id === "a")!;
    expect(found.gate).toEqual([
      [1, 0],
      [1, 0],
    ]);
    const given = matrixForm(
      [
        {
          ...top,
          gate: [
            [0.5, 1],
            [1, 1],
          ],
        },
        leaf,
      ],
      [link],
    ).groups.find(({ id }) => id === "a")!;
    expect(given.activation).toEqual([
      [0.5, -1],
      [2, 0],
    ]);
  });

  it("sums over two parents of one child", () => {
    const other: MatrixGroup = { id: "c", prior: [1], gradient: [[3]] };
    const links = [link, { parent: "c", child: "b", table: [[0.25, 0.75]], weights: [[1], [-1]] }];
    const { gradient } = matrixForm([top, other, leaf], links).groups.find(({ id }) => id === "b")!;
    // P_a^T G~_a W_a^T + P_c^T G~_c W_c^T
    expect(gradient).toEqual([
      [0.5 + 0.75, 1 - 0.75],
      [-0.5 + 2.25, -2.25],
    ]);
  });

  it.each([
    ["no groups", () => matrixForm([], []), /at least one group/],
    ["a repeated name", () => matrixForm([leaf, leaf], []), /differ/],
    ["an unknown group", () => matrixForm([top, leaf], [{ ...link, child: "z" }]), /links = z/],
    ["two links of one pair", () => matrixForm([top, leaf], [link, link]), /one link a pair/],
    ["a leaf without activation", () => matrixForm([{ id: "b" }], []), /no activation and no children/],
    [
      "an activation above children",
      () => matrixForm([{ ...top, activation: identity }, leaf], [link]),
      /an activation and children/,
    ],
    [
      "rows that do not sum to 1",
      () =>
        matrixForm(
          [top, leaf],
          [
            {
              ...link,
              table: [
                [1, 0.1],
                [0, 1],
              ],
            },
          ],
        ),
      /table of a <- b\[0\] = a list with sum 1\.1/,
    ],
    [
      "a negative probability",
      () =>
        matrixForm(
          [top, leaf],
          [
            {
              ...link,
              table: [
                [1.5, -0.5],
                [0, 1],
              ],
            },
          ],
        ),
      /table of a <- b\[0\]\[1\] = -0\.5/,
    ],
    ["ragged rows", () => matrixForm([top, leaf], [{ ...link, weights: [[1], [1, 2]] }]), /weights of a <- b/],
    [
      "weights that do not fit",
      () => matrixForm([top, leaf], [{ ...link, weights: [[1, 2]] }]),
      /weights of a <- b\.length = 1/,
    ],
    ["NaN", () => matrixForm([{ ...leaf, activation: [[Number.NaN]] }], []), /NaN/],
    [
      "a gradient without prior",
      () => matrixForm([{ id: "a", gradient: identity }, leaf], [link]),
      /prior of a = none/,
    ],
    ["a prior that does not sum to 1", () => matrixForm([{ ...top, prior: [1, 1] }, leaf], [link]), /sum 2/],
    [
      "a gradient below the top",
      () => matrixForm([top, { ...leaf, gradient: identity }], [link]),
      /groups without parents/,
    ],
    [
      "a circle",
      () => matrixForm([{ id: "a" }, { id: "b" }], [link, { ...link, parent: "b", child: "a" }]),
      /without circles/,
    ],
  ])("is refused with %s", (_, make, words) => {
    expect(make).toThrow(words);
  });

  it("needs one layer of nodes a region", () => {
    const ladder = ladderFromAtoms([[1]], [1], [{ id: "x", pixels: [0], labels: "content" }]);
    const k: NetworkNode = { kind: "input", id: "k", region: "x", raw: [1], gate: "relu" };
    const j: NetworkNode = { kind: "inner", id: "j", region: "x", inputs: [{ node: "k", weight: 1 }], gate: "relu" };
    expect(() => matrixFormOf(locallyConnectedNetwork(ladder, [k, j]))).toThrow(/nodes of x = k, j/);
    expect(() => matrixFormOf(locallyConnectedNetwork(ladder, [k]), {})).toThrow(/targets\.k/);
  });
});
