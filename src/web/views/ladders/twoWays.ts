/** Numbers of a network on a ladder, each by theory and by a sum over all inputs. */
import { byContent, conditionalMeans } from "../../../theory/ladder/groupBy.js";
import { type Region, regionOf } from "../../../theory/ladder/ladder.js";
import { marginalGradient, recursedGradient } from "../../../theory/ladder/marginal/marginalGradient.js";
import { matrixForm } from "../../../theory/ladder/matrix/matrixForm.js";
import { matrixFormOf } from "../../../theory/ladder/matrix/matrixFormOf.js";
import type { NodeGradient, Targets } from "../../../theory/ladder/network/backwardPass.js";
import { type LocallyConnectedNetwork, outputNodes } from "../../../theory/ladder/network/network.js";
import { type Reformulation, reformulation } from "../../../theory/ladder/reformulation/reformulation.js";

export interface TwoWays {
  readonly what: string;
  readonly left: string;
  readonly right: string;
  /** The largest difference, over all nodes and labels. */
  readonly difference: number;
  /** The largest value of either side. */
  readonly size: number;
}

interface Pair {
  readonly left: number;
  readonly right: number;
}

const pairsOf = (left: readonly number[], right: readonly number[]): readonly Pair[] =>
  left.map((value, k) => ({ left: value, right: right[k]! }));

const measured = (pairs: readonly Pair[]): Pick<TwoWays, "difference" | "size"> => ({
  difference: Math.max(0, ...pairs.map(({ left, right }) => Math.abs(left - right))),
  size: Math.max(0, ...pairs.flatMap(({ left, right }) => [Math.abs(left), Math.abs(right)])),
});

/** Theorem 4 in matrices, and Eqn 8 node by node: the same numbers, whatever the ladder. */
function matrixPairs(
  network: LocallyConnectedNetwork,
  targets: Targets,
): { readonly forward: readonly Pair[]; readonly backward: readonly Pair[] } {
  const { groups, links, columns } = matrixFormOf(network, targets);
  const found = new Map(matrixForm(groups, links).groups.map((group) => [group.id, group]));
  const iterated = reformulation(network, targets, { steps: "iterated" });
  const forward: Pair[] = [];
  const backward: Pair[] = [];
  for (const { node, region, activation, gradient } of iterated.nodes) {
    const group = found.get(region)!;
    const prior = groups.find(({ id }) => id === region)!.prior!;
    const column = columns.get(region)!.indexOf(node);
    forward.push(
      ...pairsOf(
        group.activation.map((row) => row[column]!),
        activation,
      ),
    );
    if (group.gradient === null) continue;
    backward.push(
      ...pairsOf(
        group.gradient.map((row) => row[column]!),
        gradient.map((value, a) => prior[a]! * value),
      ),
    );
  }
  return { forward, backward };
}

export function twoWays(network: LocallyConnectedNetwork, targets: Targets, report: Reformulation): readonly TwoWays[] {
  const { forward, backward } = matrixPairs(network, targets);
  const all = (pairs: (node: Reformulation["nodes"][number]) => readonly Pair[]) =>
    measured(report.nodes.flatMap(pairs));
  const sums = "sums over all inputs";
  return [
    {
      what: "activations E[f | z]",
      left: "labels only, Eqn 8",
      right: sums,
      ...all(({ exact, activation }) => pairsOf(activation, exact.activation)),
    },
    {
      what: "gradients E[g | z]",
      left: "labels only, Eqn 8",
      right: sums,
      ...all(({ exact, gradient }) => pairsOf(gradient, exact.backward.gradient)),
    },
    { what: "F of every region", left: "matrices, Theorem 4", right: "Eqn 8, node by node", ...measured(forward) },
    {
      what: "P(z) G of every region",
      left: "matrices, Theorem 4",
      right: "Eqn 8, node by node",
      ...measured(backward),
    },
  ];
}

/** Theorem 1 at one region: the gradient of an output node, averaged over what the region does not show. */
export interface MarginalSides {
  readonly node: string;
  /** The region whose averages the recursion starts from. */
  readonly outer: string;
  /** A number a content of the region: E[g | x] over all inputs, and from the outer region's averages alone. */
  readonly enumerated: readonly number[];
  readonly recursed: readonly number[];
}

/** From the first region that covers it; null where there is none. */
export function marginalSides(
  network: LocallyConnectedNetwork,
  gradients: ReadonlyMap<string, NodeGradient>,
  region: Region,
): MarginalSides | null {
  const { ladder } = network;
  const [outerId] = region.parents;
  if (outerId === undefined) return null;
  const outer = regionOf(ladder, outerId);
  const { id: node } = outputNodes(network)[0]!;
  const { gradient } = gradients.get(node)!;
  return {
    ...{ node, outer: outerId },
    enumerated: conditionalMeans(ladder, gradient, byContent(region)),
    recursed: recursedGradient(ladder, marginalGradient(ladder, gradient, outer), outer, region),
  };
}
