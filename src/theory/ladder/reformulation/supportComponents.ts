/**
 * Connected components of the graph whose vertices are the events of alpha and of beta, with an edge where P(z_alpha, z_beta) > 0.
 * Where focus and broadness both hold, P(x_beta | z) is the same for all events of a component: x_beta depends on the labels
 * only through their component. Ours.
 */

import { assertShapes } from "../../../numeric/shape.js";
import type { Ladder, Region } from "../ladder.js";
import { ladderShape, regionShape } from "../shapes.js";

export interface SupportComponents {
  readonly count: number;
  /** The component of each event, 0 .. count-1. */
  readonly alpha: readonly number[];
  readonly beta: readonly number[];
}

/** The components, numbered by their first event of alpha: every event of beta occurs with one of alpha. About linear in the atoms. */
export function supportComponents(ladder: Ladder, alpha: Region, beta: Region): SupportComponents {
  assertShapes({ ladder: ladderShape, alpha: regionShape, beta: regionShape }, { ladder, alpha, beta });
  const shift = alpha.events.length;
  const root = Array.from({ length: shift + beta.events.length }, (_, vertex) => vertex);
  const find = (vertex: number): number => {
    let top = vertex;
    // every step halves the path
    while (root[top] !== top) top = root[top] = root[root[top]!]!;
    return top;
  };
  for (let atom = 0; atom < ladder.weights.length; atom++) {
    const [a, b] = [find(alpha.event[atom]!), find(shift + beta.event[atom]!)];
    root[Math.max(a, b)] = Math.min(a, b);
  }
  const tops = root.map((_, vertex) => find(vertex));
  const names = new Map([...new Set(tops)].map((top, place) => [top, place]));
  const component = tops.map((top) => names.get(top)!);
  return { count: names.size, alpha: component.slice(0, shift), beta: component.slice(shift) };
}
