/**
 * The overfitting example of Tian et al. 2019, Sec. 5.3: two binary factors, z_alpha, which is the label z_omega (Eqn 14), and z_gamma,
 * which is correlated with it by chance, P(z_omega = 1 | z_gamma) = 1/2 + epsilon or 1/2 - epsilon (Eqn 15), under the top gradient
 * g0 = +1 where z_omega = 1, else -1. With q = P(z_gamma = 1) and p = P(z_alpha = 1) = 1/2 + epsilon (2q - 1):
 *   Delta w_j = E[f_j g0] = f_j(1) p - f_j(0) (1 - p),                        (Eqn 16 says about 0 for constant f_j: (2p - 1) f_j)
 *   Delta w_k = E[f_k g0] = 2 epsilon (f_k(1) q - f_k(0) (1 - q)).            (Eqn 17 says positive, and prints f_j)
 * Both statements are true for q = 1/2 (and f_k(1) > f_k(0)), not in general.
 */
import { domainError } from "../../numeric/domain.js";
import { assertShapes, finite, numbers, pairShape, record } from "../../numeric/shape.js";
import type { Ladder } from "./ladder.js";
import { ladderFromAtoms } from "./ladderFromAtoms.js";

export interface SpuriousExample {
  /** In [-1/2, 1/2]. */
  readonly epsilon: number;
  /** P(z_gamma = 1), in [0, 1]. */
  readonly prior: number;
}

export interface SpuriousUpdates {
  /** P(z_alpha = 1) = P(z_omega = 1), which Eqns 14 and 15 fix. */
  readonly priorOfAlpha: number;
  /** Delta w_j of the node on alpha. */
  readonly alpha: number;
  /** Delta w_k of the node on gamma. */
  readonly gamma: number;
}

/** Both updates in closed form; `alpha` and `gamma` have f(z = 0) and f(z = 1). Throws TheoryError outside the domains. */
export function spuriousUpdates(
  example: SpuriousExample,
  alpha: readonly [number, number],
  gamma: readonly [number, number],
): SpuriousUpdates {
  assertShapes(
    { example: record({ epsilon: finite, prior: finite }), alpha: numbers, gamma: numbers },
    { example, alpha, gamma },
  );
  assertExample(example);
  const wrong = [...alpha, ...gamma].find((value) => !Number.isFinite(value));
  if (wrong !== undefined) throw domainError("activations", wrong, "finite numbers", "Pass f(0) and f(1).");
  pairShape("alpha", alpha);
  pairShape("gamma", gamma);
  const { epsilon, prior: q } = example;
  const p = priorOfAlpha(example);
  return {
    priorOfAlpha: p,
    alpha: alpha[1] * p - alpha[0] * (1 - p),
    gamma: 2 * epsilon * (gamma[1] * q - gamma[0] * (1 - q)),
  };
}

/** The same example as a ladder: pixels (z_alpha, z_gamma), leaves "alpha" and "gamma", the top "omega" with the label z_alpha. */
export function spuriousLadder(example: SpuriousExample): Ladder {
  assertExample(example);
  const { epsilon, prior: q } = example;
  const weights = [(1 - q) * (0.5 + epsilon), q * (0.5 - epsilon), (1 - q) * (0.5 - epsilon), q * (0.5 + epsilon)];
  const atoms = [0, 1].flatMap((a) => [0, 1].map((c) => [a, c]));
  return ladderFromAtoms(atoms, weights, [
    { id: "alpha", pixels: [0], labels: ([a]) => a! },
    { id: "gamma", pixels: [1], labels: ([c]) => c! },
    { id: "omega", pixels: [0, 1], children: ["alpha", "gamma"], labels: (_, [a]) => a! },
  ]);
}

const priorOfAlpha = ({ epsilon, prior }: SpuriousExample): number => 0.5 + epsilon * (2 * prior - 1);

function assertExample({ epsilon, prior }: SpuriousExample): void {
  if (!(Math.abs(epsilon) <= 0.5)) {
    throw domainError("epsilon", epsilon, "[-1/2, 1/2]", "1/2 + epsilon is a probability.");
  }
  if (!(prior >= 0 && prior <= 1)) throw domainError("prior", prior, "[0, 1]", "Pass P(z_gamma = 1).");
}
