/**
 * The chiral block matrix [[0, X], [X^T, 0]]/n^(1/2), X p x n, y = p/n: its Dyson equation is -1/a = z + b for the p rows, -1/b = z + y a for the n columns.
 * With w = z^2 and a = z s(w) this is y w s^2 + (w + y - 1) s + 1 = 0, the equation of Marchenko and Pastur for the Stieltjes transform s of
 * X X^T/n: the squares of the non-zero eigenvalues are its eigenvalues.
 */
import { minus, negative, over, plus, power, times } from "../../src/symbolic/build.js";
import { symbol } from "../../src/symbolic/expression.js";
import { equation } from "../../src/symbolic/proposition.js";
import { proofBy } from "../proofBy.js";

const claim = equation(
  symbol("r"),
  times("z", plus(times("y", power("z", 2), power("s", 2)), times(plus(power("z", 2), minus("y", 1)), "s"), 1)),
);

export const chiralReduction = proofBy(
  {
    id: "landscape/chiral-reduction",
    title: "The Dyson equation of a chiral block matrix is that of Marchenko and Pastur at z^2",
    source: "Eqn. 9 for the block shape of Eqn. 5 with one hidden layer",
    claim,
  },
  (builder) => {
    const a = builder.define(symbol("a"), times("z", "s"), "the transform of X X^T/n at z^2, times z");
    const b = builder.define(symbol("b"), negative(plus("z", over(1, "a"))), "-1/a = z + b, solved for b", [a]);
    const rule = "a times the second equation, 1 + b (z + y a) = 0, negated";
    const residual = builder.define(
      symbol("r"),
      negative(times("a", plus(1, times("b", plus("z", times("y", "a")))))),
      rule,
      [a, b],
    );
    builder.deduce(claim, "exact arithmetic", [residual, b, a]);
  },
);

const atom = equation(symbol("mass"), over(minus("n", "p"), plus("n", "p")));

export const chiralAtom = proofBy(
  {
    id: "landscape/chiral-atom",
    title: "For p < n the chiral block matrix has the eigenvalue 0 with the share (n - p)/(n + p)",
    source: "Eqn. 9, at z -> 0",
    claim: atom,
  },
  (builder) => {
    const rule = "p rows without one, n columns with 1 - y each: z b tends to y - 1 where z a tends to 0";
    const mass = builder.define(symbol("mass"), over(times("n", minus(1, over("p", "n"))), plus("n", "p")), rule);
    builder.deduce(atom, "exact arithmetic", [mass]);
  },
);

export const chiral = Object.freeze([chiralReduction, chiralAtom]);
