import { type Expression, fold, isCall } from "../expression.js";
import { heads } from "../heads.js";
import type { Proposition, Relation } from "../proposition.js";

interface Printed {
  readonly text: string;
  readonly precedence: number;
}

const atom = 10;
const wrap = ({ text, precedence }: Printed, least: number) => (precedence >= least ? text : `(${text})`);

function printCall(node: Expression, args: readonly Printed[]): Printed {
  if (!isCall(node)) return printLeaf(node);
  const { notation } = heads[node.head];
  const [a, b, c] = args;
  switch (notation.form) {
    case "constant":
      return { text: notation.name, precedence: atom };
    case "function":
      return { text: `${notation.name}(${args.map(({ text }) => text).join(", ")})`, precedence: atom };
    case "prefix":
      return { text: `${notation.symbol}${wrap(a!, notation.precedence + 0.5)}`, precedence: notation.precedence };
    case "conditional": {
      const text = `${wrap(a!, 0.5)} ? ${wrap(b!, 0.5)} : ${wrap(c!, 0)}`;
      return { text, precedence: 0 };
    }
    case "infix": {
      const { symbol, precedence, right } = notation;
      const chained = precedence >= 3;
      const [left, after] = right ? [0.5, 0] : chained ? [0, 0.5] : [0.5, 0.5];
      const space = right ? "" : symbol === "*" || symbol === "/" ? "" : " ";
      const text = `${wrap(a!, precedence + left)}${space}${symbol}${space}${wrap(b!, precedence + after)}`;
      return { text, precedence };
    }
  }
}

function printLeaf(node: Expression): Printed {
  if (node.head === "Symbol") return { text: node.name, precedence: atom };
  const value = node.head === "Number" || node.head === "Integer" ? node.value : Number.NaN;
  if (value === Math.PI) return { text: "pi", precedence: atom };
  // A negative number binds like a negation: (-2)^x needs its parentheses.
  return {
    text: Object.is(value, -0) ? "-0" : String(value),
    precedence: value < 0 || Object.is(value, -0) ? 5 : atom,
  };
}

/**
 * The expression as text. Activations are read back by `parse` as the same function of x; formulas have functions that
 * activations have not, such as gamma(x), J(alpha, c) and sum(f, k, 0, n). The double nearest to pi is written `pi`.
 */
export const text = (expression: Expression): string => fold<Printed>(expression, printCall).text;

const signs: Readonly<Record<Relation, string>> = {
  Equal: "=",
  NotEqual: "!=",
  Less: "<",
  LessEqual: "<=",
  Greater: ">",
  GreaterEqual: ">=",
};

/** The statement as text: `left = right`, `left in Integers`. */
export function textOf(proposition: Proposition): string {
  const side = (expression: Expression) => wrap(fold<Printed>(expression, printCall), 2.5);
  if (proposition.relation === "Element") return `${side(proposition.left)} in ${proposition.set}`;
  return `${side(proposition.left)} ${signs[proposition.relation]} ${side(proposition.right)}`;
}
