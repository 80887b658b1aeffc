import fc from "fast-check";
import nerdamer from "nerdamer-prime/all";
import { describe, expect, it } from "vitest";
import { gcdPolynomial } from "../../../src/symbolic/algebra/gcd.js";
import * as P from "../../../src/symbolic/algebra/polynomial.js";
import { names, polynomialOf, polynomials } from "./arbitraries.js";

const text = ({ variables, terms }: P.Polynomial): string =>
  terms.length === 0
    ? "0"
    : terms
        .map(({ exponents, coefficient }) =>
          [`(${coefficient})`, ...variables.map((x, i) => `${x}^${exponents[i]}`)].join("*"),
        )
        .join("+");

/** Reads an expanded sum such as -2*B^2*u+7. */
function read(sum: string): P.Polynomial {
  const terms = [...sum.matchAll(/([+-]?)([^+-]+)/g)].map(([, sign, body]) => {
    const exponents = names.map(() => 0);
    let coefficient = sign === "-" ? -1n : 1n;
    for (const part of body!.split("*")) {
      const [base, exponent = "1"] = part.split("^");
      const place = (names as readonly string[]).indexOf(base!);
      if (place < 0) coefficient *= BigInt(base!) ** BigInt(exponent);
      else exponents[place]! += Number(exponent);
    }
    return [exponents, coefficient] as const;
  });
  return polynomialOf(terms);
}

const run = (command: string, ...args: readonly string[]) => nerdamer(`${command}(${args.join(",")})`).toString();
// It allows itself 0.8 s, which a loaded machine may need.
nerdamer.set("TIMEOUT", 30_000);

/** Long coefficients take it very long. */
const small = polynomials(3, 3, 2).filter(({ terms }) => terms.every(({ coefficient: c }) => c * c < 100n));

describe("the algebra and nerdamer agree", () => {
  it("on products and powers", () => {
    fc.assert(
      fc.property(small, small, fc.integer({ min: 1, max: 2 }), (p, q, n) => {
        const ours = P.multiplyPolynomial(P.powerPolynomial(p, n), q);
        expect(read(run("expand", `(${text(p)})^${n}*(${text(q)})`))).toEqual(ours);
      }),
      { numRuns: 40 },
    );
    expect(read(run("expand", "(B+u+v)^9"))).toEqual(
      P.powerPolynomial(names.map(P.variablePolynomial).reduce(P.addPolynomial), 9),
    );
  });

  it("on common divisors up to whole factors", () => {
    // Its divisors of constants are not whole numbers.
    const univariate = polynomials(1, 3, 3).filter((p) => P.totalDegree(p) > 0);
    fc.assert(
      fc.property(univariate, univariate, univariate, (f, g, h) => {
        const [p, q] = [P.multiplyPolynomial(f, h), P.multiplyPolynomial(g, h)];
        const theirs = read(run("expand", run("gcd", text(p), text(q))));
        expect(P.primitivePart(theirs)).toEqual(P.primitivePart(gcdPolynomial(p, q)));
      }),
      { numRuns: 40 },
    );
  });
});
