/** One layer at a block state: its directions with both groups' rules in place. */
import type { Problem } from "../problem.js";
import type { BlockState } from "./blockState.js";
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
      line.place(means[a], spreads[a]);
      const u = line.rule.nodes.map((z) => means[a] + spreads[a] * z);
      this.evals += u.length;
      return { line, u };
    };
    forEachDirection(this.state, { epsilon, broken: psi.facts.breakpoints.length > 0, density, drop }, (direction) =>
      visit(direction, [group(0, direction), group(1, direction)]),
    );
  }
}
