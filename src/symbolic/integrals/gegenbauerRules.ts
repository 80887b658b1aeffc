import { gamma, integral, minus, over, pi, plus, power, type Term, term, times } from "../build.js";
import { call, type Expression } from "../expression.js";
import { compare, element, equation, type Proposition } from "../proposition.js";
import { beta, factorial, gegenbauer, half, pochhammer, sum } from "./formula.js";
import { rule } from "./rule.js";

const whole = (k: string): readonly Proposition[] => [
  element(term(k), "Integers"),
  compare("GreaterEqual", term(k), term(0)),
];

/** lambda > -1/2, where the weight has a mass, and not 0, where every C_k but the first vanishes. */
const order: readonly Proposition[] = [
  compare("Greater", term("lambda"), over(-1, 2)),
  compare("NotEqual", term("lambda"), term(0)),
];

/** On [-1, 1] with the weight (1-x^2)^(lambda-1/2). */
const weighted = (body: Expression): Expression =>
  integral(times(body, power(minus(1, power("x", 2)), minus("lambda", half))), "x", -1, 1);

const C = (k: Term) => gegenbauer(k, "lambda", "x");
const x = (m: Term) => power("x", m);

export const gegenbauerMassRule = rule({
  name: "mass of the Gegenbauer weight",
  parameters: ["lambda"],
  claim: equation(
    integral(power(minus(1, power("x", 2)), minus("lambda", half)), "x", -1, 1),
    beta(plus("lambda", half), half),
  ),
  conditions: [order[0]!],
  source: "DLMF Table 18.3.1; normalisation of the batch normalisation paper, eq. 26",
});

export const weightedPowerRule = rule({
  name: "absolute moment of the Gegenbauer weight",
  parameters: ["p", "lambda"],
  claim: equation(weighted(power(call("Abs", term("x")), "p")), beta(over(plus("p", 1), 2), plus("lambda", half))),
  conditions: [compare("Greater", term("p"), term(-1)), order[0]!],
  source: "DLMF 5.12.1 with x^2 for t",
});

export const weightedOddPowerRule = rule({
  name: "odd moment of the Gegenbauer weight",
  parameters: ["l", "lambda"],
  claim: equation(weighted(x(plus(times(2, "l"), 1))), term(0)),
  conditions: [...whole("l"), order[0]!],
  source: "x to -x",
});

export const gegenbauerNormRule = rule({
  name: "Gegenbauer norm",
  parameters: ["k", "lambda"],
  claim: equation(
    weighted(power(C("k"), 2)),
    over(
      times(pi, power(2, minus(1, times(2, "lambda"))), gamma(plus("k", times(2, "lambda")))),
      times(factorial("k"), plus("k", "lambda"), power(gamma("lambda"), 2)),
    ),
  ),
  conditions: [...whole("k"), ...order],
  source: "DLMF Table 18.3.1",
});

export const gegenbauerOrthogonalityRule = rule({
  name: "Gegenbauer orthogonality",
  parameters: ["j", "k", "lambda"],
  claim: equation(weighted(times(C("j"), C("k"))), term(0)),
  conditions: [...whole("j"), ...whole("k"), compare("NotEqual", term("j"), term("k")), ...order],
  source: "DLMF Table 18.3.1",
});

export const gegenbauerMomentRule = rule({
  name: "Gegenbauer moment",
  parameters: ["k", "l", "lambda"],
  claim: equation(
    weighted(times(x(plus("k", times(2, "l"))), C("k"))),
    over(
      times(
        pi,
        power(2, minus(minus(1, times(2, "lambda")), plus("k", times(2, "l")))),
        factorial(plus("k", times(2, "l"))),
        gamma(plus("k", times(2, "lambda"))),
      ),
      times(factorial("l"), factorial("k"), gamma("lambda"), gamma(plus("lambda", "k", "l", 1))),
    ),
  ),
  conditions: [...whole("k"), ...whole("l"), ...order],
  source: "DLMF 18.18.17 and Table 18.3.1",
});

export const gegenbauerLowMomentRule = rule({
  name: "low Gegenbauer moment",
  parameters: ["m", "k", "lambda"],
  claim: equation(weighted(times(x("m"), C("k"))), term(0)),
  conditions: [...whole("m"), ...whole("k"), compare("Less", term("m"), term("k")), ...order],
  source: "DLMF 18.2.1",
});

export const gegenbauerOddMomentRule = rule({
  name: "odd Gegenbauer moment",
  parameters: ["k", "l", "lambda"],
  claim: equation(weighted(times(x(plus("k", times(2, "l"), 1)), C("k"))), term(0)),
  conditions: [...whole("k"), ...whole("l"), ...order],
  source: "DLMF Table 18.6.1: C_k(-x) = (-1)^k C_k(x)",
});

export const gegenbauerAtOneRule = rule({
  name: "Gegenbauer at 1",
  parameters: ["k", "lambda"],
  claim: equation(gegenbauer("k", "lambda", 1), over(pochhammer(times(2, "lambda"), "k"), factorial("k"))),
  conditions: whole("k"),
  source: "DLMF Table 18.6.1",
});

/** The coefficient of C_(j+k-2i) in C_j C_k. */
export function linearisationCoefficient(j: Term, k: Term, i: Term, lambda: Term): Expression {
  const rest = minus(plus(j, k), i);
  const degree = minus(plus(j, k), times(2, i));
  const [jRest, kRest] = [minus(j, i), minus(k, i)];
  const above = times(
    plus(degree, lambda),
    factorial(degree),
    pochhammer(lambda, i),
    pochhammer(lambda, jRest),
    pochhammer(lambda, kRest),
    pochhammer(times(2, lambda), rest),
  );
  const below = times(
    plus(rest, lambda),
    factorial(i),
    factorial(jRest),
    factorial(kRest),
    pochhammer(lambda, rest),
    pochhammer(times(2, lambda), degree),
  );
  return over(above, below);
}

export const gegenbauerLinearisationRule = rule({
  name: "Gegenbauer linearisation",
  parameters: ["j", "k", "lambda", "x"],
  claim: equation(
    times(C("j"), C("k")),
    sum(
      times(linearisationCoefficient("j", "k", "i", "lambda"), C(minus(plus("j", "k"), times(2, "i")))),
      "i",
      0,
      call("Min", term("j"), term("k")),
    ),
  ),
  conditions: [...whole("j"), ...whole("k"), ...order],
  source: "DLMF 18.18.22 (Dougall)",
});

export const gegenbauerRules = Object.freeze([
  gegenbauerMassRule,
  weightedPowerRule,
  weightedOddPowerRule,
  gegenbauerNormRule,
  gegenbauerOrthogonalityRule,
  gegenbauerMomentRule,
  gegenbauerLowMomentRule,
  gegenbauerOddMomentRule,
  gegenbauerAtOneRule,
  gegenbauerLinearisationRule,
]);
