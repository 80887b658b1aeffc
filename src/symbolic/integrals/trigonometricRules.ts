import { integral, over, pi, plus, power, type Term, term, times } from "../build.js";
import { compare, element, equation } from "../proposition.js";
import { beta, cosine, half, sine } from "./formula.js";
import { rule } from "./rule.js";

const aboveMinusOne = (p: Term) => compare("Greater", term(p), term(-1));
const whole = [element(term("m"), "Integers"), compare("GreaterEqual", term("m"), term(0))];
const body = (p: Term, q: Term) => times(power(sine("x"), p), power(cosine("x"), q));

export const sineCosineEvenRule = rule({
  name: "sine and even cosine",
  parameters: ["p", "m"],
  claim: equation(integral(body("p", times(2, "m")), "x", 0, pi), beta(over(plus("p", 1), 2), plus("m", half))),
  conditions: [aboveMinusOne("p"), ...whole],
  source: "batch normalisation paper, Lemma B.20; DLMF 5.12.2",
});

/** For m < 0 the integral is a principal value at best. */
export const sineCosineOddRule = rule({
  name: "sine and odd cosine",
  parameters: ["p", "m"],
  claim: equation(integral(body("p", plus(times(2, "m"), 1)), "x", 0, pi), term(0)),
  conditions: [aboveMinusOne("p"), ...whole],
  source: "batch normalisation paper, Lemma B.20: x to pi - x",
});

export const quarterSineCosineRule = rule({
  name: "sine and cosine on a quarter",
  parameters: ["p", "q"],
  claim: equation(
    integral(body("p", "q"), "x", 0, over(pi, 2)),
    over(beta(over(plus("p", 1), 2), over(plus("q", 1), 2)), 2),
  ),
  conditions: [aboveMinusOne("p"), aboveMinusOne("q")],
  source: "batch normalisation paper, Lemma B.19; DLMF 5.12.2",
});

export const trigonometricRules = Object.freeze([sineCosineEvenRule, sineCosineOddRule, quarterSineCosineRule]);
