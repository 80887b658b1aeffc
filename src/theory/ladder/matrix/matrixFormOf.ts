/** The matrices of Theorem 4 (Tian et al. 2019) for a network on a ladder: nodes with one receptive field form a group (Fig. 1d). */
import { domainError } from "../../../numeric/domain.js";
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { assertShapes, optional } from "../../../numeric/shape.js";
import { byEvent, conditionalMeans, conditionalTable, priorsOf } from "../groupBy.js";
import { type Ladder, regionOf } from "../ladder.js";
import { assertTargets, type Targets } from "../network/backwardPass.js";
import { forwardPass } from "../network/forwardPass.js";
import { type LocallyConnectedNetwork, type NetworkNode, outputNodes } from "../network/network.js";
import { networkShape, targetsShape } from "../shapes.js";
import { type MatrixGroup, type MatrixLink, matrixForm } from "./matrixForm.js";

export interface NetworkMatrices {
  readonly groups: readonly MatrixGroup[];
  readonly links: readonly MatrixLink[];
  /** The nodes of each group, in the order of the columns. */
  readonly columns: ReadonlyMap<string, readonly string[]>;
}

/**
 * Priors, tables, weights (0 where a node does not read another) and gates D = E[f' | z] of the network; F = E[f | z] of groups of input
 * nodes; with targets also G = D o (E[target | z] - F) of groups of output nodes, F by the matrix form. matrixForm takes the result.
 * Throws TheoryError where the nodes of a region are not all inputs, read each other, or are only partly outputs, and for targets as backwardPass does.
 */
export function matrixFormOf(network: LocallyConnectedNetwork, targets?: Targets): NetworkMatrices {
  assertShapes({ network: networkShape, targets: optional(targetsShape) }, { network, targets });
  const { ladder } = network;
  const activity = forwardPass(network);
  const columns = new Map<string, NetworkNode[]>();
  for (const node of network.nodes) columns.set(node.region, [...(columns.get(node.region) ?? []), node]);
  const outputs = new Set(outputNodes(network).map(({ id }) => id));
  const groups = [...columns].map(([id, nodes]): MatrixGroup => {
    assertOneKind(id, nodes, outputs);
    const prior = priorsOf(ladder, regionOf(ladder, id));
    const gate = meansOf(ladder, id, nodes, (node) => activity.get(node.id)!.gate);
    if (nodes[0]!.kind === "inner") return { id, prior, gate };
    return { id, prior, gate, activation: meansOf(ladder, id, nodes, (node) => activity.get(node.id)!.activation) };
  });
  const links = linksOf(ladder, columns);
  const names = new Map([...columns].map(([id, nodes]) => [id, nodes.map((node) => node.id)]));
  if (targets === undefined) return { groups, links, columns: names };
  assertTargets(network, targets);
  const forward = new Map(matrixForm(groups, links).groups.map(({ id, activation }) => [id, activation]));
  const complete = groups.map((group): MatrixGroup => {
    const nodes = columns.get(group.id)!;
    if (!outputs.has(nodes[0]!.id)) return group;
    const wanted = meansOf(ladder, group.id, nodes, (node) => targets[node.id]!);
    const found = forward.get(group.id)!;
    return {
      ...group,
      gradient: wanted.map((row, a) => row.map((value, j) => group.gate![a]![j]! * (value - found[a]![j]!))),
    };
  });
  return { groups: complete, links, columns: names };
}

/** E[h | z] of each node, m x n. */
function meansOf(
  ladder: Ladder,
  region: string,
  nodes: readonly NetworkNode[],
  valuesOf: (node: NetworkNode) => ArrayLike<number>,
): Matrix {
  const events = byEvent(regionOf(ladder, region));
  const columns = nodes.map((node) => conditionalMeans(ladder, valuesOf(node), events));
  return columns[0]!.map((_, a) => columns.map((column) => column[a]!));
}

function linksOf(ladder: Ladder, columns: ReadonlyMap<string, readonly NetworkNode[]>): readonly MatrixLink[] {
  return [...columns].flatMap(([parent, above]) =>
    [...columns].flatMap(([child, below]): readonly MatrixLink[] => {
      const weights = below.map(({ id }) =>
        above.map((node) =>
          node.kind === "input" ? undefined : node.inputs.find((input) => input.node === id)?.weight,
        ),
      );
      if (weights.flat().every((weight) => weight === undefined)) return [];
      const table = conditionalTable(ladder, regionOf(ladder, parent), regionOf(ladder, child));
      return [{ parent, child, table, weights: weights.map((row) => row.map((weight) => weight ?? 0)) }];
    }),
  );
}

function assertOneKind(region: string, nodes: readonly NetworkNode[], outputs: ReadonlySet<string>): void {
  const ids = new Set(nodes.map(({ id }) => id));
  const kinds = new Set(nodes.map(({ kind }) => kind));
  const read = new Set(nodes.map(({ id }) => outputs.has(id)));
  const within = nodes.some((node) => node.kind === "inner" && node.inputs.some((input) => ids.has(input.node)));
  if (kinds.size === 1 && read.size === 1 && !within) return;
  throw domainError(
    `nodes of ${region}`,
    [...ids].join(", "),
    "nodes of one layer: all inputs or none, all outputs or none, none reading another",
    "Give the other nodes a region of their own with the same pixels and labels.",
  );
}
