/** What the gaps of Eqn 8 can be at most, from covariances and total-variation distances by brute force. Ours. */
import { domainError } from "../../../numeric/domain.js";
import type { Ladder, Region } from "../../../theory/ladder/ladder.js";
import type { Targets } from "../../../theory/ladder/network/backwardPass.js";
import type { LocallyConnectedNetwork, NetworkNode } from "../../../theory/ladder/network/network.js";
import { type AtomRecursion, atomRecursion } from "./atomRecursion.js";
import { contentText, distanceBetween, label, meanWhere } from "./bruteForce.js";

interface Setting {
  readonly ladder: Ladder;
  readonly network: LocallyConnectedNetwork;
  readonly targets: Targets;
}

/** |Cov(f_raw, f' | a)| + f'(a) sum_k |w_k| E[TV(P(x_k | a, z_k), P(x_k | z_k)) | a] (max f_k - min f_k), of inner nodes and their events. */
export function forwardBounds({ ladder, network, targets }: Setting): readonly number[] {
  const atoms = ladder.weights.map((_, atom) => atomRecursion(network, targets, atom));
  const regionOf = regionFinder(ladder, network);
  return network.nodes.flatMap((node) => {
    if (node.kind === "input") return [];
    const alpha = regionOf(node.id);
    return alpha.events.map((event) => {
      const given = (atom: number) => label(alpha, atom) === event;
      const gate = (atom: number) => atoms[atom]!.activity(node.id).gate;
      const open = meanWhere(ladder, gate, given);
      const mean = meanWhere(ladder, (atom) => atoms[atom]!.activity(node.id).raw, given);
      const raw = (atom: number) => atoms[atom]!.activity(node.id).raw - mean;
      let bound = Math.abs(meanWhere(ladder, (atom) => raw(atom) * (gate(atom) - open), given));
      for (const { node: below, weight } of node.inputs) {
        const beta = regionOf(below);
        const distance = (atom: number) => {
          const under = (other: number) => label(beta, other) === label(beta, atom);
          const both = (other: number) => under(other) && given(other);
          return distanceBetween(ladder, (other) => contentText(beta, other), both, under);
        };
        const range = rangeOf(atoms, (one) => one.activity(below).value);
        bound += open * Math.abs(weight) * expectedByLabel(ladder, beta, distance, given) * range;
      }
      return bound;
    });
  });
}

/** |Cov(g_raw, f' | b)| + f'(b) sum_j |w_j| E[TV(P(x_j | z_j, b), P(x_j | z_j)) | b] (max g_j - min g_j), of nodes with readers. */
export function backwardBounds({ ladder, network, targets }: Setting): readonly number[] {
  const atoms = ladder.weights.map((_, atom) => atomRecursion(network, targets, atom));
  const regionOf = regionFinder(ladder, network);
  return network.nodes.flatMap((node) => {
    const readers = network.nodes.flatMap((reader) =>
      reader.kind === "input"
        ? []
        : reader.inputs.flatMap(({ node: id, weight }) => (id === node.id ? [{ reader, weight }] : [])),
    );
    if (readers.length === 0) return [];
    const beta = regionOf(node.id);
    return beta.events.map((event) => {
      const given = (atom: number) => label(beta, atom) === event;
      const gate = (atom: number) => atoms[atom]!.activity(node.id).gate;
      const open = meanWhere(ladder, gate, given);
      const mean = meanWhere(ladder, (atom) => atoms[atom]!.gradient(node.id).raw, given);
      const raw = (atom: number) => atoms[atom]!.gradient(node.id).raw - mean;
      let bound = Math.abs(meanWhere(ladder, (atom) => raw(atom) * (gate(atom) - open), given));
      for (const { reader, weight } of readers) {
        const alpha = regionOf(reader.id);
        const distance = (atom: number) => {
          const above = (other: number) => label(alpha, other) === label(alpha, atom);
          const both = (other: number) => above(other) && given(other);
          return distanceBetween(ladder, (other) => contentText(alpha, other), both, above);
        };
        const range = rangeOf(atoms, (one) => one.gradient(reader.id).value);
        bound += open * Math.abs(weight) * expectedByLabel(ladder, alpha, distance, given) * range;
      }
      return bound;
    });
  });
}

/** E[h(z) | given], h a function of the region's label: evaluated at one atom of each. */
function expectedByLabel(
  ladder: Ladder,
  region: Region,
  h: (atom: number) => number,
  given: (atom: number) => boolean,
): number {
  const known = new Map<number, number>();
  const value = (atom: number) => {
    const at = label(region, atom);
    const found = known.get(at) ?? h(atom);
    known.set(at, found);
    return found;
  };
  return meanWhere(ladder, value, given);
}

const rangeOf = (atoms: readonly AtomRecursion[], value: (atom: AtomRecursion) => number): number => {
  const values = atoms.map(value);
  return Math.max(...values) - Math.min(...values);
};

function regionFinder(ladder: Ladder, network: LocallyConnectedNetwork): (id: string) => Region {
  const nodes = new Map<string, NetworkNode>(network.nodes.map((node) => [node.id, node]));
  return (id) => {
    const region = ladder.regions.find((one) => one.id === nodes.get(id)?.region);
    if (region !== undefined) return region;
    throw domainError("node", id, "a node of the network", "Name one of them.");
  };
}
