/** One layer at a block state: its directions with both groups' rules in place. */
import type { Problem } from "../../../problem.js";
import type { BlockState } from "../blockState.js";
import { type Direction, forEachDirection } from "./directions.js";
import { GroupLine } from "./groupLine.js";

/** How finely a layer is integrated. */
export interface Resolution {
  /** Nodes per unit of the outer integrals; 1 is enough for smooth psi. */
  readonly density: number;
  /** Nodes of a group's line. */
  readonly points: number;
  /** Directions of a density below exp(-drop) of the largest are left out. */
  readonly drop: number;
}

export interface Group {
  readonly line: GroupLine;
  /** u at the nodes of the line. */
  readonly u: Float64Array;
}

/** f at every place; a plain loop, since this is most of the work. */
export function valuesAt(places: Float64Array, f: (x: number) => number): Float64Array {
  const values = new Float64Array(places.length);
  for (let j = 0; j < values.length; j++) values[j] = f(places[j]!);
  return values;
}

export class Layer {
  readonly problem: Problem;
  readonly state: BlockState;
  readonly #lines: readonly [GroupLine, GroupLine];
  readonly #resolution: Resolution;
  /** Evaluations of psi so far. */
  evals = 0;

  constructor(problem: Problem, state: BlockState, resolution: Resolution) {
    this.problem = problem;
    this.state = state;
    this.#resolution = resolution;
    const { breakpoints } = problem.psi.facts;
    const line = (a: 0 | 1) => new GroupLine(state.sizes[a], state.within[a] === 0, resolution.points, breakpoints);
    this.#lines = [line(0), line(1)];
  }

  /** Calls `visit` for every direction, with u at the nodes of both groups. */
  forEach(visit: (direction: Readonly<Direction>, groups: readonly [Group, Group]) => void): void {
    const { epsilon, psi } = this.problem;
    const { density, drop } = this.#resolution;
    const group = (a: 0 | 1, { means, spreads }: Readonly<Direction>): Group => {
      const line = this.#lines[a];
      const [mean, spread] = [means[a], spreads[a]];
      line.place(mean, spread);
      const u = valuesAt(line.rule.nodes, (z) => mean + spread * z);
      this.evals += u.length;
      return { line, u };
    };
    forEachDirection(this.state, { epsilon, broken: psi.facts.breakpoints.length > 0, density, drop }, (direction) =>
      visit(direction, [group(0, direction), group(1, direction)]),
    );
  }
}
