import type { CallExpression, Expression } from "../expression.js";
import { Identifiers, identifier } from "./identifier.js";
import { javascriptFunctions } from "./javascriptFunctions.js";
import { namedCall, type Source, type SourceOf, sourceLevels, wrapSource, writeSource } from "./source.js";

const reserved: ReadonlySet<string> = new Set(
  (
    "Math Number NaN Infinity undefined arguments eval await break case catch class const continue debugger default delete do " +
    "else enum export extends false finally for function if implements import in instanceof interface let new null package " +
    "private protected public return static super switch this throw true try typeof var void while with yield"
  ).split(" "),
);

/**
 * The identifier of a symbol in `javascript`: itself, but for primes (x' is x_prime) and reserved words (in is in_).
 */
export const javascriptName = (name: string): string => identifier(name, reserved);

const { sum, product, unary, power, call } = sourceLevels;

const comparisons: Readonly<Record<string, string>> = {
  Less: "<",
  LessEqual: "<=",
  Greater: ">",
  GreaterEqual: ">=",
  Equal: "===",
  NotEqual: "!==",
};

function literal(value: number): Source {
  const code = Object.is(value, -0) ? "-0" : String(value);
  return { code, level: code.startsWith("-") ? unary : call };
}

/** What decides a branch: a statement as it stands, a number by being other than 0. */
const condition = (part: Source) => part.condition ?? `${wrapSource(part, sum)} !== 0`;

/** A statement as the number 1 or 0. */
const statement = (text: string): Source => ({ code: `+(${text})`, level: unary, condition: text });

function operator(node: CallExpression, at: SourceOf): Source {
  const [a, b, c] = node.args.map(at);
  const infix = (sign: string, level: number, right = level + 0.5): Source => ({
    code: `${wrapSource(a!, level)} ${sign} ${wrapSource(b!, right)}`,
    level,
  });
  switch (node.head) {
    case "Add":
      return infix("+", sum);
    case "Subtract":
      return infix("-", sum);
    case "Multiply":
      return infix("*", product);
    case "Divide":
      return infix("/", product);
    case "Power":
      // no sign may stand before ** without brackets
      return { code: `${wrapSource(a!, call)} ** ${wrapSource(b!, unary)}`, level: power };
    case "Negate":
      return { code: `-${wrapSource(a!, call)}`, level: unary };
    case "And":
      return statement(`(${condition(a!)}) && (${condition(b!)})`);
    case "Or":
      return statement(`(${condition(a!)}) || (${condition(b!)})`);
    case "Not":
      return statement(`!(${condition(a!)})`);
    case "Conditional":
      return { code: `(${condition(a!)} ? ${b!.code} : ${c!.code})`, level: call };
  }
  const sign = comparisons[node.head];
  return sign === undefined ? namedCall(node, "javascript", at) : statement(infix(sign, sum, sum).code);
}

/**
 * The functions that the code uses, and those that they use, in the order of the table: each needs only earlier ones.
 */
function withFunctions(code: string): string {
  const used = new Set<string>();
  const collect = (text: string): void => {
    for (const [name] of text.matchAll(/\$\w+/g)) {
      if (used.has(name)) continue;
      used.add(name);
      collect(javascriptFunctions[name]!);
    }
  };
  collect(code);
  if (used.size === 0) return code;
  const names = Object.keys(javascriptFunctions).filter((name) => used.has(name));
  // a default value sees the parameters before it
  return `((${names.map((name) => `${name} = ${javascriptFunctions[name]!}`).join(", ")}) => ${code})()`;
}

/**
 * A JavaScript expression in the free symbols (named by `javascriptName`) with the value that `evaluate` gives. It
 * needs Math and nothing else: functions that Math has not stand in front of it, as default values of an arrow
 * function's parameters whose names begin with $. Operations are those of the tree, in its order; whole numbers beyond
 * 2^53 are the nearest doubles; sums are loops. One branch of a conditional is evaluated, and a comparison with NaN is
 * false.
 * @throws RangeError for what has no value in doubles: integrals, means, order terms, infinite sums; and for two
 * symbols of one name.
 */
export function javascript(expression: Expression): string {
  const identifiers = new Identifiers(javascriptName);
  const code = writeSource(expression, (node, at) => {
    if (node.head === "Symbol") return { code: identifiers.take(node.name), level: call };
    if (node.head === "Number" || node.head === "Integer") return literal(Number(node.value));
    return operator(node as CallExpression, at);
  });
  return withFunctions(code);
}
