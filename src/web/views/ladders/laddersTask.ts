/** A ladder, its tables, a random network on it, and what theory says of the network against sums over all inputs. */
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { byContent, byEvent, conditionalTable, priorsOf, tableBetween } from "../../../theory/ladder/groupBy.js";
import { familyPairs, type Ladder, type Nesting, type Region } from "../../../theory/ladder/ladder.js";
import { backwardPass } from "../../../theory/ladder/network/backwardPass.js";
import { forwardPass } from "../../../theory/ladder/network/forwardPass.js";
import { randomNetwork, randomTargets } from "../../../theory/ladder/random/randomNetwork.js";
import { reformulation } from "../../../theory/ladder/reformulation/reformulation.js";
import type { LadderSource } from "./ladderSource.js";
import { type NormalisedNode, normalisedNode } from "./normalisedNode.js";
import { readLadder } from "./readLadder.js";
import { type MarginalSides, marginalSides, type TwoWays, twoWays } from "./twoWays.js";

export interface LaddersQuestion {
  readonly source: LadderSource;
  /** ReLU nodes of each region, Gaussian or positive weights. */
  readonly width: number;
  readonly signs: "any" | "positive";
  /** Of weights and targets. */
  readonly seed: number;
  /** The region that is looked at; "" or unknown: the last one, on top. */
  readonly region: string;
  /** Its node, from 1, the last one where it has fewer; 0: the first that is not constant. */
  readonly node: number;
}

export interface RegionLook {
  readonly id: string;
  /** 1 for regions without children, else one above the highest child. */
  readonly level: number;
  readonly pixels: readonly number[];
  readonly children: readonly string[];
  /** Labels, and P(z) of each. */
  readonly events: readonly number[];
  readonly priors: readonly number[];
}

export interface FamilyLook {
  readonly parent: string;
  readonly child: string;
  /** P(z_child | z_parent), a row a label of the parent. */
  readonly table: Matrix;
  /** Total variation, 0 where the condition holds. */
  readonly focus: number;
  readonly broadness: number;
}

/** A node of the region that is looked at, by labels: exact means, and what Eqn 8 makes of the neighbours' exact means. */
export interface NodeLook {
  readonly id: string;
  readonly activation: readonly number[];
  readonly activationByLabels: readonly number[];
  readonly gradient: readonly number[];
  readonly gradientByLabels: readonly number[];
}

export interface LaddersLook {
  readonly nesting: Nesting;
  readonly atoms: number;
  readonly pixels: number;
  readonly regions: readonly RegionLook[];
  readonly families: readonly FamilyLook[];
  readonly chosen: string;
  /** P(x | z) of the chosen region, and its contents in words: "0 1". */
  readonly contents: { readonly names: readonly string[]; readonly table: Matrix };
  readonly nodes: readonly NodeLook[];
  readonly conditions: { readonly focus: boolean; readonly broadness: boolean; readonly decorrelation: boolean };
  readonly ways: readonly TwoWays[];
  /** null on top of the ladder. */
  readonly marginal: MarginalSides | null;
  readonly normalised: NormalisedNode;
}

function levelsOf({ regions }: Ladder): ReadonlyMap<string, number> {
  const levels = new Map<string, number>();
  for (const { id, children } of regions)
    levels.set(id, 1 + Math.max(0, ...children.map((child) => levels.get(child)!)));
  return levels;
}

function contentsOf(ladder: Ladder, region: Region): LaddersLook["contents"] {
  return {
    names: region.contents.map((content) => content.join(" ")),
    table: tableBetween(ladder, byEvent(region), byContent(region)),
  };
}

export function laddersTask({ source, width, signs, seed, region: wanted, node: place }: LaddersQuestion): LaddersLook {
  const ladder = readLadder(source);
  const network = randomNetwork(ladder, { seed, width, signs });
  const targets = randomTargets(network, { seed });
  const report = reformulation(network, targets);
  const activity = forwardPass(network);
  const gradients = backwardPass(network, activity, targets);
  const levels = levelsOf(ladder);
  const region = ladder.regions.find(({ id }) => id === wanted) ?? ladder.regions.at(-1)!;
  const own = report.nodes.filter((each) => each.region === region.id);
  const varies = (node: string) => new Set(activity.get(node)!.activation).size > 1;
  const { node } =
    place > 0 ? own[Math.min(place, own.length) - 1]! : (own.find((each) => varies(each.node)) ?? own[0]!);
  return {
    nesting: ladder.nesting,
    atoms: ladder.weights.length,
    pixels: Math.max(...ladder.regions.flatMap(({ pixels }) => pixels)) + 1,
    regions: ladder.regions.map((each) => ({
      ...{ id: each.id, level: levels.get(each.id)!, pixels: each.pixels, children: each.children },
      ...{ events: each.events, priors: priorsOf(ladder, each) },
    })),
    families: familyPairs(ladder).map(({ parent, child }) => {
      const found = report.families.find(({ alpha, beta }) => alpha === parent.id && beta === child.id)!;
      const table = conditionalTable(ladder, parent, child);
      return {
        parent: parent.id,
        child: child.id,
        table,
        focus: found.focus.largest,
        broadness: found.broadness.largest,
      };
    }),
    chosen: region.id,
    contents: contentsOf(ladder, region),
    nodes: own.map(({ node: id, exact, activation, gradient }) => ({
      ...{ id, activation: exact.activation, activationByLabels: activation },
      ...{ gradient: exact.backward.gradient, gradientByLabels: gradient },
    })),
    conditions: report.conditions,
    ways: twoWays(network, targets, report),
    marginal: marginalSides(network, gradients, region),
    normalised: normalisedNode(ladder, region, node, {
      activation: Array.from(activity.get(node)!.activation),
      gradient: Array.from(gradients.get(node)!.raw),
    }),
  };
}
