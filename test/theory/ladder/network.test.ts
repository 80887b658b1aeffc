import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contentText, meanWhere } from "../../../src/theorems/ladder/ways/bruteForce.js";
import { negativeSlope } from "../../../src/theorems/ladder/ways/tangent.js";
import { byContent, conditionalMeans } from "../../../src/theory/ladder/groupBy.js";
import { regionOf } from "../../../src/theory/ladder/ladder.js";
import { ladderFromAtoms } from "../../../src/theory/ladder/ladderFromAtoms.js";
import { marginalBackward } from "../../../src/theory/ladder/marginal/marginalBackward.js";
import {
  eventGradient,
  marginalGradient,
  recursedGradient,
} from "../../../src/theory/ladder/marginal/marginalGradient.js";
import { backwardPass, weightUpdates } from "../../../src/theory/ladder/network/backwardPass.js";
import { forwardPass } from "../../../src/theory/ladder/network/forwardPass.js";
import {
  type InnerNode,
  type InputNode,
  locallyConnectedNetwork,
  nodeOf,
  outputNodes,
} from "../../../src/theory/ladder/network/network.js";
import { randomNetwork, randomTargets } from "../../../src/theory/ladder/random/randomNetwork.js";
import { ladders, seeds } from "../../support/ladders.js";

const trained = fc.tuple(ladders(), seeds, fc.integer({ min: 1, max: 2 })).map(([ladder, seed, width]) => {
  const network = randomNetwork(ladder, { seed, width });
  const targets = randomTargets(network, { seed, of: seed % 2 === 0 ? "event" : "atom" });
  const activity = forwardPass(network);
  return { ladder, network, targets, activity, gradient: backwardPass(network, activity, targets) };
});
type Trained = typeof trained extends fc.Arbitrary<infer T> ? T : never;

const largest = (values: ArrayLike<number>) => Math.max(1, ...Array.from(values, Math.abs));

/** The size of the products that updates and gradients are sums of. */
function scaleOf({ activity, gradient }: Pick<Trained, "activity" | "gradient">): number {
  const f = largest([...activity.values()].flatMap(({ raw }) => [...raw]));
  return f * largest([...gradient.values()].flatMap(({ raw }) => [...raw]));
}

describe("back-propagation on atoms", () => {
  it("gives the derivative of the loss with respect to every weight (Eqns 1 and 2)", () => {
    fc.assert(
      fc.property(trained, ({ network, targets, activity, gradient }) => {
        const scale = scaleOf({ activity, gradient });
        for (const { node, input, update } of weightUpdates(network, activity, gradient)) {
          const wanted = negativeSlope(network, targets, { node, input });
          expect(Math.abs(update - wanted)).toBeLessThanOrEqual(1e-13 * scale);
        }
      }),
      { numRuns: 25 },
    );
  });

  it("has activations that are functions of the node's region, and a closed gate at raw = 0", () => {
    fc.assert(
      fc.property(trained, ({ ladder, network, activity }) => {
        for (const { id, region } of network.nodes) {
          const { raw, gate, activation } = activity.get(id)!;
          const seen = new Map<string, number>();
          for (let atom = 0; atom < raw.length; atom++) {
            expect(gate[atom]).toBe(raw[atom]! > 0 ? 1 : 0);
            const shown = contentText(regionOf(ladder, region), atom);
            expect(activation[atom]).toBe(seen.get(shown) ?? activation[atom]);
            seen.set(shown, activation[atom]!);
          }
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe("marginalised gradients", () => {
  it("are averages over the atoms with that content (Eqn 3)", () => {
    fc.assert(
      fc.property(trained, ({ ladder, network, gradient }) => {
        for (const { id } of network.nodes) {
          const g = gradient.get(id)!.gradient;
          for (const region of ladder.regions) {
            for (const [at, value] of marginalGradient(ladder, g, region).entries()) {
              const shown = region.contents[at]!.join(",");
              const wanted = meanWhere(
                ladder,
                (atom) => g[atom]!,
                (atom) => contentText(region, atom) === shown,
              );
              expect(Math.abs(value - wanted)).toBeLessThanOrEqual(1e-12 * largest(g));
            }
          }
        }
      }),
      { numRuns: 10 },
    );
  });

  it("follow from those of the reader's region (Theorem 1)", () => {
    fc.assert(
      fc.property(trained, ({ ladder, network, gradient }) => {
        for (const node of network.nodes) {
          if (node.kind === "input") continue;
          const g = gradient.get(node.id)!.gradient;
          const outer = regionOf(ladder, node.region);
          for (const { node: below } of node.inputs) {
            const inner = regionOf(ladder, nodeOf(network, below).region);
            const direct = marginalGradient(ladder, g, inner);
            const recursed = recursedGradient(ladder, marginalGradient(ladder, g, outer), outer, inner);
            for (const [at, value] of recursed.entries()) {
              expect(Math.abs(value - direct[at]!)).toBeLessThanOrEqual(1e-12 * largest(g));
            }
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  it("propagate by themselves from the top to every weight (Eqn 5)", () => {
    fc.assert(
      fc.property(trained, ({ ladder, network, targets, activity, gradient }) => {
        const marginal = marginalBackward(network, activity, targets);
        const scale = scaleOf({ activity, gradient });
        for (const { id, region } of network.nodes) {
          const g = gradient.get(id)!.gradient;
          const wanted = conditionalMeans(ladder, g, byContent(regionOf(ladder, region)));
          for (const [at, value] of marginal.gradients.get(id)!.entries()) {
            expect(Math.abs(value - wanted[at]!)).toBeLessThanOrEqual(1e-13 * scale);
          }
        }
        const exact = weightUpdates(network, activity, gradient);
        for (const { node, input, update } of marginal.updates) {
          const wanted = exact.find((one) => one.node === node && one.input === input)!.update;
          expect(Math.abs(update - wanted)).toBeLessThanOrEqual(1e-13 * scale);
        }
      }),
      { numRuns: 25 },
    );
  });

  it("average to the gradient of an event where the label is a function of the content, not in general (Eqn 6)", () => {
    const region = { id: "x", pixels: [0], labels: [0, 1] };
    const ladder = ladderFromAtoms([[0], [0]], [0.5, 0.5], [region], { nesting: "stochastic" });
    const own = regionOf(ladder, "x");
    expect(eventGradient(ladder, marginalGradient(ladder, [1, 3], own), own)).toEqual([2, 2]);
    const nested = ladderFromAtoms([[0], [1]], [0.5, 0.5], [region]);
    const other = regionOf(nested, "x");
    expect(eventGradient(nested, marginalGradient(nested, [1, 3], other), other)).toEqual([1, 3]);
    expect(() => eventGradient(nested, [2], other)).toThrow(/2 contents of x/);
  });

  it("refuse gradients and regions that do not fit", () => {
    const ladder = ladderFromAtoms(
      [
        [0, 0],
        [1, 0],
      ],
      [0.5, 0.5],
      [0, 1].map((pixel) => ({ id: `${pixel}`, pixels: [pixel], labels: "content" as const })),
    );
    const [one, other] = ladder.regions;
    expect(() => recursedGradient(ladder, [1], one!, one!)).toThrow(/2 contents of 0/);
    expect(() => recursedGradient(ladder, [1, 1], one!, other!)).toThrow(/region inside 0/);
  });
});

describe("a network", () => {
  const ladder = ladderFromAtoms(
    [
      [0, 0],
      [0, 1],
      [1, 1],
    ],
    [0.5, 0.25, 0.25],
    [
      { id: "left", pixels: [0], labels: "content" },
      { id: "right", pixels: [1], labels: "content" },
      { id: "top", pixels: [0, 1], children: ["left", "right"], labels: "content" },
    ],
  );
  const k: InputNode = { kind: "input", id: "k", region: "left", raw: [0, 1], gate: "relu" };
  const j: InnerNode = { kind: "inner", id: "j", region: "top", inputs: [{ node: "k", weight: 2 }], gate: "relu" };

  it("accepts nodes in any order, zero weights, and several layers on one region", () => {
    const above: InnerNode = { ...j, id: "i", inputs: [{ node: "j", weight: 0 }] };
    const network = locallyConnectedNetwork(ladder, [above, j, k]);
    expect(network.nodes.map(({ id }) => id)).toEqual(["k", "j", "i"]);
    expect(outputNodes(network).map(({ id }) => id)).toEqual(["i"]);
    const gradient = backwardPass(network, forwardPass(network), { i: [1, 1, 1] });
    // a dead output passes nothing
    expect([...gradient.get("i")!.raw]).toEqual([1, 1, 1]);
    for (const { gradient: g } of gradient.values()) expect([...g]).toEqual([0, 0, 0]);
  });

  it.each([
    ["no nodes", () => locallyConnectedNetwork(ladder, []), /at least one node/],
    ["a repeated name", () => locallyConnectedNetwork(ladder, [k, k]), /nodes = k/],
    ["an unknown input", () => locallyConnectedNetwork(ladder, [j]), /inputs of j = k/],
    ["an unknown region", () => locallyConnectedNetwork(ladder, [{ ...k, region: "far" }]), /left, right, top/],
    ["a table that does not fit", () => locallyConnectedNetwork(ladder, [{ ...k, raw: [1] }]), /2 contents of left/],
    ["a NaN activation", () => locallyConnectedNetwork(ladder, [{ ...k, raw: [1, Number.NaN] }]), /raw of k = NaN/],
    ["no inputs", () => locallyConnectedNetwork(ladder, [{ ...j, inputs: [] }]), /inputs of j/],
    [
      "a repeated input",
      () => locallyConnectedNetwork(ladder, [k, { ...j, inputs: [...j.inputs, ...j.inputs] }]),
      /differ/,
    ],
    ["an input from outside", () => locallyConnectedNetwork(ladder, [k, { ...j, region: "right" }]), /inside right/],
    [
      "an infinite weight",
      () => locallyConnectedNetwork(ladder, [k, { ...j, inputs: [{ node: "k", weight: 1 / 0 }] }]),
      /weight of k into j = Infinity/,
    ],
    ["a circle", () => locallyConnectedNetwork(ladder, [{ ...j, inputs: [{ node: "j", weight: 1 }] }]), /j -> j/],
    ["an unknown node", () => nodeOf(locallyConnectedNetwork(ladder, [k]), "z"), /node = z/],
  ])("is refused with %s", (_, make, words) => {
    expect(make).toThrow(words);
  });

  it.each([
    ["missing", {}, /targets\.j = no target/],
    ["of another length", { j: [1] }, /targets\.j = 1 numbers.*3 atoms/],
    ["NaN", { j: [1, Number.NaN, 1] }, /targets\.j = NaN/],
    ["for a node that is read", { j: [1, 1, 1], k: [1, 1, 1] }, /targets = k/],
  ] as const)("refuses a target that is %s", (_, targets, words) => {
    const network = locallyConnectedNetwork(ladder, [j, k]);
    expect(() => backwardPass(network, forwardPass(network), targets as never)).toThrow(words);
    expect(() => marginalBackward(network, forwardPass(network), targets as never)).toThrow(words);
  });
});
