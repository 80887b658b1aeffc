/**
 * Theorem 1: g_j(x_k) = E[g_j(x_j) | x_k], where x_j = (x_k, y) and x = (x_j, u). All laws are given x_k; y and u take two values each, of joint
 * probabilities p_yu. A sum over more values has more terms of the same kind.
 *
 * Lines 3 to 5 of the printed proof change the order of the two conditional means: they average over y at fixed u first, and over u given (x_k, y) then.
 * That depends on y, and is not E[g | x_k].
 */
import { over, plus, times } from "../../src/symbolic/build.js";
import type { DerivationBuilder } from "../../src/symbolic/derivation/builder.js";
import { type Expression, symbol } from "../../src/symbolic/expression.js";
import { equation } from "../../src/symbolic/proposition.js";
import { rational } from "../../src/symbolic/rational.js";
import { erratumBy, proofBy } from "../proofBy.js";

const p = (y: 0 | 1, u: 0 | 1): Expression => symbol(`p_${y}${u}`);
const g = (y: 0 | 1, u: 0 | 1): Expression => symbol(`g_${y}${u}`);
const both = [0, 1] as const;
const sumOver = (term: (k: 0 | 1) => Expression): Expression => plus(...both.map(term));

const row = (y: 0 | 1) => sumOver((u) => p(y, u));
const all = sumOver((y) => row(y));
/** E[g | x_k], E[g | x_k, y]. */
const mean = over(
  sumOver((y) => sumOver((u) => times(p(y, u), g(y, u)))),
  all,
);
const given = (y: 0 | 1) =>
  over(
    sumOver((u) => times(p(y, u), g(y, u))),
    row(y),
  );
/** The probability of y given x_k. */
const share = (y: 0 | 1) => over(row(y), all);

const tower = equation(
  symbol("g_k"),
  sumOver((y) => times(share(y), symbol(`g_j${y}`))),
);

function towerSteps(builder: DerivationBuilder): void {
  const known = builder.define(symbol("g_k"), mean, "definition: g_j(x_k) = E[g | x_k]");
  const own = both.map((y) =>
    builder.define(symbol(`g_j${y}`), given(y), `definition: g_j(x_j) = E[g | x_j] at y = ${y}`),
  );
  builder.deduce(tower, "exact arithmetic", [known, ...own]);
}

const source = "Theorem 1";

export const towerProperty = proofBy(
  {
    id: "ladder/tower-property",
    title: "The marginalised gradient of a child's field is the conditional mean of that of the parent's",
    source,
    claim: tower,
  },
  towerSteps,
);

/** First over y at fixed u, then over u given y = 0. */
const swapped = over(
  sumOver((u) =>
    times(
      p(0, u),
      sumOver((y) => times(share(y), g(y, u))),
    ),
  ),
  row(0),
);

/** g = u: P(u = 1 | y = 0) = 1/3, while P(u = 1) = 1/2. */
export const towerErratum = erratumBy(
  {
    id: "ladder/erratum-tower-lines",
    title: "The two conditional means in the proof of Theorem 1 do not commute",
    source: "Theorem 1, lines 3 to 5 of the proof; the theorem holds",
    printed: equation(mean, swapped),
    counterexample: {
      ...{ p_00: rational(1, 3), p_01: rational(1, 6), p_10: rational(1, 6), p_11: rational(1, 3) },
      ...{ g_00: rational(0), g_01: rational(1), g_10: rational(0), g_11: rational(1) },
    },
    corrected: tower,
  },
  towerSteps,
);
