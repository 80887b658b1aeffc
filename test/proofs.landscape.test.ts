import { describe, expect, it } from "vitest";
import { fourthOfMean, thirdOfMean } from "../proofs/landscape/cumulants.js";
import { errata } from "../proofs/landscape/errata/index.js";
import { semicircleHeight } from "../proofs/landscape/goeVariance.js";
import { proofs } from "../proofs/landscape/index.js";
import { wishartSkewnessErratum } from "../proofs/landscape/wishartSkewness.js";
import { refute } from "../src/symbolic/derivation/refute.js";
import { toNumber } from "../src/symbolic/precise/decimal.js";
import { rational } from "../src/symbolic/rational.js";
import { describeProofs, worth } from "./support/describeProofs.js";

const whole = (...values: readonly number[]) => values.map((value) => rational(value));

describeProofs({
  name: "landscape",
  proofs,
  errata,
  // semicircles reach E where 4 v > E^2; columns and rows, p below n
  places: {
    v: whole(3, 4, 6),
    E: whole(1, 2, 3),
    n: whole(4, 5, 9),
    p: whole(2, 3, 4),
    N: whole(2, 5, 8),
    m: whole(2, 3, 5),
  },
  counted: ["erratum-wishart-skewness"],
});

describe("against numbers", () => {
  it("the third and fourth cumulants of a mean of binary variables are those of the binomial law over m^k", () => {
    const p = 0.3;
    const moments = { mu_1: p, mu_2: p, mu_3: p, mu_4: p, m: 5 };
    const third = p * (1 - p) * (1 - 2 * p);
    expect(worth(thirdOfMean, moments)).toBeCloseTo((5 * third) / 125, 14);
    expect(worth(fourthOfMean, moments)).toBeCloseTo((5 * p * (1 - p) * (1 - 6 * p * (1 - p))) / 625, 14);
  });

  it("the semicircle of variance 4 is 1/(2 pi) high", () => {
    expect(worth(semicircleHeight, { v: 4 })).toBeCloseTo(1 / (2 * Math.PI), 14);
  });

  it("X X^T/n - I is skewed: 14/16 for 2 x 4", () => {
    const { left, right } = refute(wishartSkewnessErratum.printed, wishartSkewnessErratum.counterexample, 20);
    expect([toNumber(left), toNumber(right)]).toEqual([14 / 16, 0]);
  });
});
