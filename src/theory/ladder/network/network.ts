/**
 * A locally connected ReLU network on a ladder (Tian et al. 2019, Sec. 2.2, Fig. 1): each node has a receptive field, and its inputs
 * are nodes whose fields lie inside. There are no biases: a bias is the weight of an input node that is 1 on every content.
 */
import { domainError } from "../../../numeric/domain.js";
import { assertShapes, list } from "../../../numeric/shape.js";
import { type Ladder, type Region, regionOf } from "../ladder.js";
import { ladderShape, nodeShape } from "../shapes.js";

/** f' of a node: "relu" 1[raw > 0], so that relu'(0) = 0; "linear" always 1. */
export type Gate = "relu" | "linear";

/** A node at the bottom: what it receives is a function of the content of its region. */
export interface InputNode {
  readonly kind: "input";
  readonly id: string;
  readonly region: string;
  /** f_raw of each content, in the order of the region's `contents`. */
  readonly raw: readonly number[];
  readonly gate: Gate;
}

/** A node that sums others: f_raw = sum_k w_k f_k. */
export interface InnerNode {
  readonly kind: "inner";
  readonly id: string;
  readonly region: string;
  readonly inputs: readonly { readonly node: string; readonly weight: number }[];
  readonly gate: Gate;
}

export type NetworkNode = InputNode | InnerNode;

/** Made by locallyConnectedNetwork; frozen. */
export interface LocallyConnectedNetwork {
  readonly ladder: Ladder;
  /** Inputs before the nodes that read them. */
  readonly nodes: readonly NetworkNode[];
}

/**
 * The network of these nodes, in any order. Weights may be zero. Throws TheoryError for repeated or unknown names, circles, an input
 * whose receptive field leaves its reader's, a list `raw` of another length than the region's contents, and numbers that are not finite.
 */
export function locallyConnectedNetwork(ladder: Ladder, nodes: readonly NetworkNode[]): LocallyConnectedNetwork {
  assertShapes({ ladder: ladderShape, nodes: list(nodeShape) }, { ladder, nodes });
  if (nodes.length === 0) throw domainError("nodes", "[]", "at least one node", "Pass the nodes of the network.");
  const named = new Map<string, NetworkNode>();
  for (const node of nodes) {
    if (named.has(node.id)) throw domainError("nodes", node.id, "names that differ", "Rename one of the two nodes.");
    named.set(node.id, node);
  }
  const ordered = new Map<string, NetworkNode>();
  for (const node of nodes) place(ladder, node, named, ordered, []);
  return Object.freeze({ ladder, nodes: Object.freeze([...ordered.values()]) });
}

/** The node of that name. Throws TheoryError for an unknown one. */
export function nodeOf(network: LocallyConnectedNetwork, id: string): NetworkNode {
  const node = network.nodes.find((one) => one.id === id);
  if (node !== undefined) return node;
  throw domainError("node", id, "a node of the network", "Name one of the network's nodes.");
}

/** The nodes that no other node reads: they are compared to targets. */
export function outputNodes({ nodes }: LocallyConnectedNetwork): readonly NetworkNode[] {
  const read = new Set(nodes.flatMap((node) => (node.kind === "inner" ? node.inputs.map((input) => input.node) : [])));
  return nodes.filter(({ id }) => !read.has(id));
}

function place(
  ladder: Ladder,
  node: NetworkNode,
  named: ReadonlyMap<string, NetworkNode>,
  ordered: Map<string, NetworkNode>,
  trail: readonly string[],
): void {
  if (ordered.has(node.id)) return;
  if (trail.includes(node.id)) {
    throw domainError(
      "nodes",
      [...trail, node.id].join(" -> "),
      "a network without circles",
      "Remove one of the weights.",
    );
  }
  const region = regionOf(ladder, node.region);
  if (node.kind === "input") ordered.set(node.id, checkedInput(node, region));
  else {
    for (const { node: id } of node.inputs) {
      const below = named.get(id);
      if (below === undefined) {
        throw domainError(`inputs of ${node.id}`, id, "names of nodes", "Add that node, or drop the weight.");
      }
      place(ladder, below, named, ordered, [...trail, node.id]);
    }
    ordered.set(node.id, checkedInner(node, region, ladder, named));
  }
}

function checkedInput(node: InputNode, region: Region): InputNode {
  if (node.raw.length !== region.contents.length) {
    throw domainError(
      `raw of ${node.id}`,
      `${node.raw.length} numbers`,
      `one for each of the ${region.contents.length} contents of ${region.id}`,
      "Contents of probability zero have none: see the region's `contents`.",
    );
  }
  for (const value of node.raw) assertFinite(`raw of ${node.id}`, value);
  return Object.freeze({ ...node, raw: Object.freeze([...node.raw]) });
}

function checkedInner(
  node: InnerNode,
  region: Region,
  ladder: Ladder,
  named: ReadonlyMap<string, NetworkNode>,
): InnerNode {
  if (node.inputs.length === 0) {
    throw domainError(
      `inputs of ${node.id}`,
      "[]",
      "at least one",
      `Make ${node.id} an input node, or give it inputs.`,
    );
  }
  if (new Set(node.inputs.map((input) => input.node)).size < node.inputs.length) {
    throw domainError(`inputs of ${node.id}`, "a repeated node", "nodes that differ", "Add the two weights.");
  }
  const covered = new Set(region.pixels);
  for (const { node: id, weight } of node.inputs) {
    assertFinite(`weight of ${id} into ${node.id}`, weight);
    const below = regionOf(ladder, named.get(id)!.region);
    if (below.pixels.every((pixel) => covered.has(pixel))) continue;
    throw domainError(
      `inputs of ${node.id}`,
      `${id}, on region ${below.id}`,
      `nodes whose receptive field lies inside ${region.id}`,
      "A node's receptive field covers those of its inputs.",
    );
  }
  return Object.freeze({ ...node, inputs: Object.freeze(node.inputs.map((input) => Object.freeze({ ...input }))) });
}

function assertFinite(parameter: string, value: number): void {
  if (!Number.isFinite(value)) throw domainError(parameter, value, "finite numbers", "Pass a finite number.");
}
