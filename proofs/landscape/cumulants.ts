/**
 * Cumulants of one variable from its moments mu_1 .. mu_4, by partitions:
 *
 *   K_1 = mu_1, K_2 = mu_2 - mu_1^2, K_3 = mu_3 - 3 mu_2 mu_1 + 2 mu_1^3, K_4 = mu_4 - 4 mu_3 mu_1 - 3 mu_2^2 + 12 mu_2 mu_1^2 - 6 mu_1^4.
 *
 * They are the coefficients of log E exp(t w): exp(K_1 t + K_2 t^2/2 + ..) has the moments as coefficients. The moments of a mean of m independent
 * copies are counts of how a product's arguments fall on the copies; with them K_k falls by m^(1-k).
 */
import { minus, over, plus, power, type Term, times } from "../../src/symbolic/build.js";
import type { DerivationBuilder } from "../../src/symbolic/derivation/builder.js";
import { type Expression, symbol } from "../../src/symbolic/expression.js";
import { equation } from "../../src/symbolic/proposition.js";
import type { Proof } from "../proof.js";
import { proofBy } from "../proofBy.js";

/** K_1 .. K_4 of these moments. */
function cumulantsOf([m1, m2, m3, m4]: readonly [Term, Term, Term, Term]): readonly Expression[] {
  return [
    times(1, m1),
    minus(m2, power(m1, 2)),
    plus(minus(m3, times(3, m2, m1)), times(2, power(m1, 3))),
    minus(
      plus(minus(minus(m4, times(4, m3, m1)), times(3, power(m2, 2))), times(12, m2, power(m1, 2))),
      times(6, power(m1, 4)),
    ),
  ];
}

const moments = ["mu_1", "mu_2", "mu_3", "mu_4"] as const;
const BY_PARTITIONS = "the sum over partitions";

const fourth = equation(
  symbol("mu_4"),
  plus(
    symbol("K_4"),
    times(4, "K_3", "K_1"),
    times(3, power("K_2", 2)),
    times(6, "K_2", power("K_1", 2)),
    power("K_1", 4),
  ),
);

export const momentsFromCumulants = proofBy(
  {
    id: "landscape/moments-from-cumulants",
    title: "The fourth moment is the coefficient of exp(K_1 t + K_2 t^2/2 + K_3 t^3/6 + K_4 t^4/24)",
    source: "Definition F.5, order 4",
    claim: fourth,
  },
  (builder) => {
    const defined = cumulantsOf(moments).map((value, k) => builder.define(symbol(`K_${k + 1}`), value, BY_PARTITIONS));
    builder.deduce(fourth, "exact arithmetic", defined);
  },
);

/** Moments of the mean of m independent copies: partitions of its k factors by copy, times the ways to choose the copies. */
function momentsOfMean(builder: DerivationBuilder, highest: number): readonly number[] {
  const [m1, m2, m3, m4] = moments;
  const ways = (copies: number): Expression => times(...Array.from({ length: copies }, (_, k) => minus("m", k)));
  const sums: readonly Expression[] = [
    times("m", m1),
    plus(times("m", m2), times(ways(2), power(m1, 2))),
    plus(times("m", m3), times(3, ways(2), m2, m1), times(ways(3), power(m1, 3))),
    plus(
      times("m", m4),
      times(4, ways(2), m3, m1),
      times(3, ways(2), power(m2, 2)),
      times(6, ways(3), m2, power(m1, 2)),
      times(ways(4), power(m1, 4)),
    ),
  ];
  const rule = "k factors on m copies: m (m-1) .. ways for each partition";
  return sums
    .slice(0, highest)
    .map((sum, k) => builder.define(symbol(`M_${k + 1}`), over(sum, power("m", k + 1)), rule));
}

const fallen = (k: 3 | 4): Proof => {
  const claim = equation(symbol(`K_m${k}`), over(cumulantsOf(moments)[k - 1]!, power("m", k - 1)));
  return proofBy(
    {
      id: `landscape/cumulants-of-means-${k}`,
      title: `The cumulant of order ${k} of a mean of m copies is m^${1 - k} times that of one`,
      source: "Eqn. 12 and appendix F.3",
      claim,
    },
    (builder) => {
      const own = momentsOfMean(builder, k);
      const value = cumulantsOf(["M_1", "M_2", "M_3", "M_4"])[k - 1]!;
      const cumulant = builder.define(symbol(`K_m${k}`), value, BY_PARTITIONS, own);
      builder.deduce(claim, "exact arithmetic", [cumulant, ...own]);
    },
  );
};

export const thirdOfMean = fallen(3);
export const fourthOfMean = fallen(4);

export const cumulants = Object.freeze([momentsFromCumulants, thirdOfMean, fourthOfMean]);
