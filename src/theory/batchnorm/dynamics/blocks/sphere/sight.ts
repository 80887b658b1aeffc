import type { Direction } from "./directions.js";
import type { Group } from "./layer.js";

/** A direction, and psi at the nodes of both groups. */
export interface Sight {
  readonly direction: Readonly<Direction>;
  readonly groups: readonly [Group, Group];
  readonly values: readonly [Float64Array, Float64Array];
  /** Gegenbauer coefficients of the values. */
  readonly series: readonly [Float64Array, Float64Array];
}
