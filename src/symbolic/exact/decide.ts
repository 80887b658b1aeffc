import { call } from "../expression.js";
import type { Comparison, Proposition } from "../proposition.js";
import { domainOf } from "./domain.js";
import { exactFieldOver } from "./field.js";
import { type ExactOptions, normaliseIn } from "./normalise.js";
import { NotExact } from "./notExact.js";
import { symbolsIn } from "./symbols.js";
import { zeroTestOf } from "./zeroTest.js";

export type Decision =
  | { readonly status: "proved" }
  | { readonly status: "refuted"; readonly by: "exact" }
  | { readonly status: "undecided"; readonly reason: string };

const proved: Decision = Object.freeze({ status: "proved" });
const refuted: Decision = Object.freeze({ status: "refuted", by: "exact" });
const undecided = (reason: string): Decision => ({ status: "undecided", reason });

function decideComparison({ relation, left, right }: Comparison, options: ExactOptions): Decision {
  const domain = domainOf(options.assumptions);
  const difference = normaliseIn(call("Subtract", left, right), exactFieldOver(domain));
  const result = zeroTestOf(difference, domain);
  if (result.status === "undecided") return undecided(result.reason);
  const isZero = result.status === "zero";
  if (relation === "Equal") return isZero ? proved : refuted;
  if (isZero) return refuted;
  return symbolsIn(difference).size === 0 ? proved : undecided("the sides differ as functions, and may meet at points");
}

export function decide(proposition: Proposition, options: ExactOptions = {}): Decision {
  if (proposition.relation !== "Equal" && proposition.relation !== "NotEqual") {
    return undecided(`${proposition.relation} is not decided exactly`);
  }
  try {
    return decideComparison(proposition, options);
  } catch (error) {
    if (error instanceof NotExact) return undecided(error.message);
    throw error;
  }
}
