/** Ladders on which focus and broadness both hold though labels are random given each other. */
import type { Ladder } from "../../../theory/ladder/ladder.js";
import { ladderFromAtoms } from "../../../theory/ladder/ladderFromAtoms.js";
import { Chance } from "../../../theory/ladder/random/chance.js";

/**
 * A hidden cause c decides which labels and contents are possible: z_alpha and z_beta are drawn given c, with labels of their own for
 * each c, and x = (x_beta, x_rest) is drawn given c, independently of both labels and with the same values for every c.
 */
export function commonCause(causes: number, labels: number, values: number, seed: number): Ladder {
  const chance = new Chance(seed, 4);
  const prior = chance.probabilities(causes);
  const atoms: (readonly number[])[] = [];
  const weights: number[] = [];
  const [alpha, beta]: [number[], number[]] = [[], []];
  for (const [cause, probability] of prior.entries()) {
    const joint = chance.probabilities(labels * labels, 0.3);
    const shown = chance.probabilities(values * values, 0.3);
    for (const [pair, p] of joint.entries()) {
      for (const [content, q] of shown.entries()) {
        atoms.push([Math.floor(content / values), content % values]);
        weights.push(probability * p * q);
        alpha.push(cause * labels + Math.floor(pair / labels));
        beta.push(cause * labels + (pair % labels));
      }
    }
  }
  return ladderFromAtoms(
    atoms,
    weights,
    [
      { id: "beta", pixels: [0], labels: beta },
      { id: "alpha", pixels: [0, 1], children: ["beta"], labels: alpha },
    ],
    { nesting: "stochastic" },
  );
}
