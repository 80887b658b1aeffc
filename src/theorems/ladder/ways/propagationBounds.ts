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

interface Neighbour {
  readonly id: string;
  readonly weight: number;
}

/** What passes through a node: what one atom brings to it, and the nodes that it comes from; none where there is no bound. */
interface Pass {
  readonly neighbours: (node: NetworkNode) => readonly Neighbour[];
  readonly at: (atom: AtomRecursion, id: string) => { readonly raw: number; readonly value: number };
}

/** |Cov(raw, f' | z)| + f'(z) sum_k |w_k| E[TV(P(x_k | z, z_k), P(x_k | z_k)) | z] (max value_k - min value_k), of nodes with neighbours k and their events z. */
function boundsOf({ ladder, network, targets }: Setting, { neighbours, at }: Pass): readonly number[] {
  const atoms = ladder.weights.map((_, atom) => atomRecursion(network, targets, atom));
  const regionOf = regionFinder(ladder, network);
  return network.nodes.flatMap((node) => {
    const sources = neighbours(node);
    if (sources.length === 0) return [];
    const own = regionOf(node.id);
    return own.events.map((event) => {
      const given = (atom: number) => label(own, atom) === event;
      const gate = (atom: number) => atoms[atom]!.activity(node.id).gate;
      const open = meanWhere(ladder, gate, given);
      const mean = meanWhere(ladder, (atom) => at(atoms[atom]!, node.id).raw, given);
      const raw = (atom: number) => at(atoms[atom]!, node.id).raw - mean;
      let bound = Math.abs(meanWhere(ladder, (atom) => raw(atom) * (gate(atom) - open), given));
      for (const { id, weight } of sources) {
        const other = regionOf(id);
        const distance = (atom: number) => {
          const alike = (one: number) => label(other, one) === label(other, atom);
          const both = (one: number) => alike(one) && given(one);
          return distanceBetween(ladder, (one) => contentText(other, one), both, alike);
        };
        const range = rangeOf(atoms, (atom) => at(atom, id).value);
        bound += open * Math.abs(weight) * expectedByLabel(ladder, other, distance, given) * range;
      }
      return bound;
    });
  });
}

/** Of f(z_alpha), from the inputs of each inner node. */
export const forwardBounds = (setting: Setting): readonly number[] =>
  boundsOf(setting, {
    neighbours: (node) => (node.kind === "input" ? [] : node.inputs.map(({ node: id, weight }) => ({ id, weight }))),
    at: (atom, id) => atom.activity(id),
  });

/** Of g(z_beta), from the readers of each node. */
export const backwardBounds = (setting: Setting): readonly number[] =>
  boundsOf(setting, {
    neighbours: ({ id: own }) =>
      setting.network.nodes.flatMap((reader) =>
        reader.kind === "input"
          ? []
          : reader.inputs.flatMap(({ node, weight }) => (node === own ? [{ id: reader.id, weight }] : [])),
      ),
    at: (atom, id) => atom.gradient(id),
  });

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
