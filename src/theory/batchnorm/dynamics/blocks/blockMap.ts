import type { BlockRoute, Mapped } from "./blockRoute.js";
import { type BlockState, normalised, type Pair } from "./blockState.js";

/** The unknowns of a fixed point: logs of the eigenvalues that are not 0, relative to the first unless `absolute`. */
export const coordinatesOf = (state: BlockState, absolute: boolean): number[] => {
  const { between, within } = state;
  const logs = within.filter((value) => value > 0).map((value) => Math.log(absolute ? value : value / between));
  return absolute ? [Math.log(between), ...logs] : logs;
};

export function stateAt(x: readonly number[], like: BlockState, absolute: boolean): BlockState {
  const between = absolute ? Math.exp(x[0]!) : 1;
  let at = absolute ? 1 : 0;
  const next = (old: number) => (old > 0 ? between ** (absolute ? 0 : 1) * Math.exp(x[at++]!) : 0);
  const within: Pair = [next(like.within[0]), next(like.within[1])];
  const state = { sizes: like.sizes, between, within };
  return absolute ? state : normalised(state);
}

/** Step of the differences, in logs. */
const STEP = 1e-4;

/** log of the map in the unknowns. */
export class BlockMap {
  readonly #route: BlockRoute;
  readonly #absolute: boolean;

  /** `absolute`: the map sees the scale, since epsilon is not 0. */
  constructor(route: BlockRoute, absolute: boolean) {
    this.#route = route;
    this.#absolute = absolute;
  }

  get absolute(): boolean {
    return this.#absolute;
  }

  apply(state: BlockState): Mapped {
    return this.#route.map(state);
  }

  /** log map - x at the coordinates x. */
  excess(x: readonly number[], like: BlockState): { excess: number[]; mapped: Mapped } {
    const mapped = this.apply(stateAt(x, like, this.absolute));
    return { excess: coordinatesOf(mapped.state, this.absolute).map((y, i) => y - x[i]!), mapped };
  }

  /** The derivative of the excess. */
  slope(x: readonly number[], like: BlockState, excess: readonly number[]): number[][] {
    const columns = x.map(
      (_, j) =>
        this.excess(
          x.map((xi, i) => (i === j ? xi + STEP : xi)),
          like,
        ).excess,
    );
    return excess.map((value, i) => columns.map((column) => (column[i]! - value) / STEP));
  }
}
