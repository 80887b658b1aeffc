import { over, plus, type Term, term } from "../src/symbolic/build.js";
import { call, type Expression } from "../src/symbolic/expression.js";

/** sigma(u) = (u + |u|)/2. */
export const relu = (u: Term): Expression => over(plus(u, call("Abs", term(u))), 2);
