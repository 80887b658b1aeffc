/**
 * Theorem 2 of Tian et al. 2019 on a given network: how far focus, broadness and decorrelation are from holding, and how far the
 * exact conditional means are from Eqn 8. The three conditions with the nesting of the ladder imply that every gap is zero.
 */

import { largestDifference } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { assertShapes, fromZero, oneOf, optionsOf } from "../../../numeric/shape.js";
import { regionOf } from "../ladder.js";
import { backwardPass, type Targets } from "../network/backwardPass.js";
import { forwardPass } from "../network/forwardPass.js";
import type { LocallyConnectedNetwork } from "../network/network.js";
import { networkShape, targetsShape } from "../shapes.js";
import { type ByEvent, reformulatedBackward, reformulatedForward, type Steps } from "./equation8.js";
import { type EventGradient, type EventMeans, eventGradientMeans, eventMeans } from "./eventMeans.js";
import { broadnessViolation, focusViolation, type Violation } from "./knowledge.js";

export interface ReformulationOptions {
  /** Default "one". */
  readonly steps?: Steps;
  /** Residuals up to this count as zero; default 1e-9, absolute. */
  readonly tolerance?: number;
}

/** The conditions between the regions of a node and of one of its inputs. */
export interface FamilyConditions {
  readonly alpha: string;
  readonly beta: string;
  readonly focus: Violation;
  readonly broadness: Violation;
}

/** One node: exact means, what Eqn 8 gives instead, and the largest difference. */
export interface NodeReformulation {
  readonly node: string;
  readonly region: string;
  readonly exact: EventMeans & { readonly backward: EventGradient };
  /** f(z) and g(z) by Eqn 8. */
  readonly activation: readonly number[];
  readonly gradient: readonly number[];
  /** max over z of |exact f(z) - f(z)|, and of g. */
  readonly forwardGap: number;
  readonly backwardGap: number;
}

export interface Reformulation {
  readonly families: readonly FamilyConditions[];
  readonly nodes: readonly NodeReformulation[];
  /** Each condition, for the whole network, within the tolerance. */
  readonly conditions: { readonly focus: boolean; readonly broadness: boolean; readonly decorrelation: boolean };
  /** The largest gaps of all nodes. */
  readonly forwardGap: number;
  readonly backwardGap: number;
}

/**
 * The report. `targets` has a number for each output node and atom. Costs a few passes over atoms times weights.
 * Throws TheoryError as backwardPass does.
 */
export function reformulation(
  network: LocallyConnectedNetwork,
  targets: Targets,
  options: ReformulationOptions = {},
): Reformulation {
  assertShapes(
    {
      network: networkShape,
      targets: targetsShape,
      options: optionsOf({ steps: oneOf("one", "iterated"), tolerance: fromZero }),
    },
    { network, targets, options },
  );
  const { steps = "one", tolerance = 1e-9 } = options;
  const families = familiesOf(network);
  const exact = exactMeans(network, targets);
  const forward = reformulatedForward(network, exact, steps);
  const backward = reformulatedBackward(network, exact, steps, targets, forward);
  const nodes = network.nodes.map(({ id, region }) => nodeReport(id, region, exact.get(id)!, forward, backward));
  const small = (residuals: readonly number[]) => residuals.every((residual) => Math.abs(residual) <= tolerance);
  return {
    families,
    nodes,
    conditions: {
      focus: small(families.map(({ focus }) => focus.largest)),
      broadness: small(families.map(({ broadness }) => broadness.largest)),
      decorrelation: nodes.every(
        (node) => small(node.exact.rawGateCovariance) && small(node.exact.backward.rawGateCovariance),
      ),
    },
    forwardGap: Math.max(...nodes.map((node) => node.forwardGap)),
    backwardGap: Math.max(...nodes.map((node) => node.backwardGap)),
  };
}

/** E[. | z] of every node, from a forward and a backward pass over the atoms. */
function exactMeans(
  network: LocallyConnectedNetwork,
  targets: Targets,
): ReadonlyMap<string, EventMeans & { readonly backward: EventGradient }> {
  const { ladder, nodes } = network;
  const activity = forwardPass(network);
  const gradient = backwardPass(network, activity, targets);
  return new Map(
    nodes.map((node) => {
      const own = activity.get(node.id)!;
      const backward = eventGradientMeans(ladder, node, own, gradient.get(node.id)!);
      return [node.id, { ...eventMeans(ladder, node, own), backward }];
    }),
  );
}

function familiesOf({ ladder, nodes }: LocallyConnectedNetwork): readonly FamilyConditions[] {
  const regionOfNode = new Map(nodes.map(({ id, region }) => [id, region]));
  const pairs = new Map<string, FamilyConditions>();
  for (const node of nodes) {
    if (node.kind === "input") continue;
    for (const { node: below } of node.inputs) {
      const beta = regionOfNode.get(below)!;
      const key = JSON.stringify([node.region, beta]);
      if (pairs.has(key)) continue;
      const [outer, inner] = [regionOf(ladder, node.region), regionOf(ladder, beta)];
      const focus = focusViolation(ladder, outer, inner);
      pairs.set(key, { alpha: node.region, beta, focus, broadness: broadnessViolation(ladder, outer, inner) });
    }
  }
  return [...pairs.values()];
}

function nodeReport(
  node: string,
  region: string,
  exact: EventMeans & { readonly backward: EventGradient },
  forward: ByEvent,
  backward: ByEvent,
): NodeReformulation {
  const [activation, gradient] = [forward.get(node)!, backward.get(node)!];
  const forwardGap = largestDifference([exact.activation], [activation]);
  const backwardGap = largestDifference([exact.backward.gradient], [gradient]);
  return { node, region, exact, activation, gradient, forwardGap, backwardGap };
}
