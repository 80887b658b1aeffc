import type { GateKind } from "../../../../theory/gating/regions/patternCells.js";
import { bitsOf, openGates } from "./forward.js";
import type { Gates } from "./randomGates.js";
import { strips } from "./strips.js";

/** Patterns whose region has less area in the square are rounding. */
const LEAST_AREA = 1e-10;

/** Areas of the activation pattern regions in [-1,1]^2, by strips, by pattern. */
export function areasByPattern(gates: Gates, kind: GateKind): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  strips(gates, kind, (x, area) => {
    const key = bitsOf(openGates(gates, x, kind));
    found.set(key, (found.get(key) ?? 0) + area);
  });
  return new Map([...found].filter(([, area]) => area > LEAST_AREA));
}

/** In the order of the patterns. */
export const inOrder = (areas: ReadonlyMap<string, number>): number[] =>
  [...areas].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, area]) => area);
