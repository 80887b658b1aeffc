import { plus, power, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { riskHessian } from "../../../theory/landscape/hessian/riskHessian.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { riskSecondDerivatives } from "../ways/hyperDual.js";
import { networkOf, notation, rounding, sizes } from "./settings.js";

const derivatives = (variable: string) =>
  equation(
    symbol("H"),
    plus(times("l2", power(symbol(`T_${variable}`), 2)), times("l1", symbol(`T_${variable}${variable}`))),
  );

/** alpha and x of a network without hidden layers. */
const linear = (d: number, seed: number) => {
  const { W, X, y } = networkOf({ d, hidden: 1, n: 1, m: 1, seed });
  return { W: [], alpha: W[0]!.map(([entry]) => entry!), X, y, loss: "squared" as const };
};

export const equation2 = theorem({
  id: "landscape/equation-2",
  kind: "formula",
  title: "The Hessian of a loss is l'' times the square of the output's gradient plus l' times the output's Hessian.",
  notation: {
    ...notation,
    ...{ H: "d2 l/dtheta2", l1: "l'(T)", l2: "l''(T)", T_t: "dT/dtheta; its square is T_t T_t^T", T_tt: "d2T/dtheta2" },
    T_x: "dT/dx",
    T_xx: "d2T/dx2",
  },
  parameters: {
    ...sizes,
    loss: { set: "choice", of: ["squared", "logistic", "hinge", "abs"], doc: "The loss." },
    phi: { set: "choice", of: ["relu", "tanh", "softplus", "sin", "x^2"], doc: "The activation." },
  },
  assumptions: [],
  claim: derivatives("t"),
  source: paper("eq. (2)"),
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the sum of both terms, mean over the samples",
        evaluate: ({ loss, phi, ...rest }) => riskHessian(networkOf(rest, { loss, activation: phi })).flat(),
      },
      right: {
        name: "hyper-dual numbers through the whole risk",
        evaluate: ({ loss, phi, ...rest }) => riskSecondDerivatives(networkOf(rest, { loss, activation: phi })).flat(),
      },
      tolerance: rounding,
    },
  ],
  printed: {
    claim: derivatives("x"),
    says: "The derivatives on the right are printed as d/dx; they are d/dtheta. For T = x^T alpha the printed form has alpha alpha^T in place of x x^T.",
    damaged: false,
    refutation: {
      kind: "point",
      at: { d: 2, hidden: 1, n: 1, m: 1, seed: 5, loss: "squared", phi: "relu" },
      left: {
        name: "Hessian of (x^T alpha - y)^2/2 in alpha",
        evaluate: ({ d, seed }) => riskHessian(linear(d, seed)).flat(),
      },
      right: {
        name: "l'' (dT/dx)(dT/dx)^T",
        evaluate: ({ d, seed }) => {
          const { alpha } = linear(d, seed);
          return alpha.flatMap((a) => alpha.map((b) => a * b));
        },
      },
      tolerance: rounding,
    },
  },
});
