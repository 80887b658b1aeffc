/** Every function and operator an activation may apply; `heads.ts` says what each one means. */
export const elementaryHeads = [
  "Add",
  "Subtract",
  "Multiply",
  "Divide",
  "Power",
  "Negate",
  "Exp",
  "Expm1",
  "Log",
  "Log1p",
  "Log2",
  "Log10",
  "Sqrt",
  "Cbrt",
  "Sin",
  "Cos",
  "Tan",
  "Asin",
  "Acos",
  "Atan",
  "Sinh",
  "Cosh",
  "Tanh",
  "Sech",
  "Asinh",
  "Acosh",
  "Atanh",
  "Erf",
  "Erfc",
  "Sigmoid",
  "Softplus",
  "Abs",
  "Sign",
  "Step",
  "Min",
  "Max",
  "Less",
  "LessEqual",
  "Greater",
  "GreaterEqual",
  "Equal",
  "NotEqual",
  "And",
  "Or",
  "Not",
  "Conditional",
] as const;

/** The constants and special functions of formulas; `specialHeads.ts` says what each one means. */
export const specialHeads = [
  "Pi",
  "Infinity",
  "Factorial",
  "Binomial",
  "Gamma",
  "Polygamma",
  "Beta",
  "Pochhammer",
  "Hypergeometric",
  "Gegenbauer",
  "ArccosineKernel",
  "EllipticK",
  "EllipticE",
  "BigO",
] as const;

/**
 * Heads whose first argument is a body and whose next ones are the symbols bound in it (so many as stated):
 * Sum(body, k, from, to), Integral(body, x, from, to), GaussianMean(body, z1, z2, c), SphereMean(body, z1, z2, B).
 */
export const boundSymbols = Object.freeze({ Sum: 1, Integral: 1, GaussianMean: 2, SphereMean: 2 });

export type ElementaryHead = (typeof elementaryHeads)[number];
export type SpecialHead = (typeof specialHeads)[number];
export type BinderHead = keyof typeof boundSymbols;
export type HeadName = ElementaryHead | SpecialHead | BinderHead;

export const headNames: readonly HeadName[] = Object.freeze([
  ...elementaryHeads,
  ...specialHeads,
  ...(Object.keys(boundSymbols) as BinderHead[]),
]);

/** The names that a call binds in its first argument. */
function boundIn(node: CallExpression): readonly string[] {
  const count = Object.hasOwn(boundSymbols, node.head) ? boundSymbols[node.head as BinderHead] : 0;
  return node.args.slice(1, 1 + count).flatMap((arg) => (arg.head === "Symbol" ? [arg.name] : []));
}

export const comparisonHeads = [
  "Less",
  "LessEqual",
  "Greater",
  "GreaterEqual",
  "Equal",
  "NotEqual",
] as const satisfies readonly HeadName[];

export interface NumberExpression {
  readonly head: "Number";
  readonly value: number;
}

/** An exact whole number of any size: what formulas are made of, where activations have doubles. */
export interface IntegerExpression {
  readonly head: "Integer";
  readonly value: bigint;
}

export interface SymbolExpression {
  readonly head: "Symbol";
  readonly name: string;
}

export interface CallExpression {
  readonly head: HeadName;
  readonly args: readonly Expression[];
}

/** A term: frozen plain data. Constructors never simplify: `call("Divide", x, x)` is x/x. */
export type Expression = NumberExpression | IntegerExpression | SymbolExpression | CallExpression;

export function number(value: number): NumberExpression {
  return Object.freeze({ head: "Number", value });
}

/** Throws a RangeError for a number that is not whole. */
export function integer(value: bigint | number): IntegerExpression {
  return Object.freeze({ head: "Integer", value: BigInt(value) });
}

export function symbol(name: string): SymbolExpression {
  return Object.freeze({ head: "Symbol", name });
}

export function call(head: HeadName, ...args: readonly Expression[]): CallExpression {
  return Object.freeze({ head, args: Object.freeze(args) });
}

export function isCall(expression: Expression): expression is CallExpression {
  return expression.head !== "Number" && expression.head !== "Integer" && expression.head !== "Symbol";
}

/** The arguments; none for a leaf. */
export function argumentsOf(expression: Expression): readonly Expression[] {
  return isCall(expression) ? expression.args : [];
}

/** One bottom-up pass; a subtree that occurs several times as the same object is visited once. */
export function fold<T>(expression: Expression, visit: (node: Expression, args: readonly T[]) => T): T {
  const seen = new Map<Expression, T>();
  const go = (node: Expression): T => {
    const known = seen.get(node);
    if (known !== undefined) return known;
    const result = visit(node, argumentsOf(node).map(go));
    seen.set(node, result);
    return result;
  };
  return go(expression);
}

/** Same tree, node by node; numbers compare by `Object.is`. */
export function equal(a: Expression, b: Expression): boolean {
  if (a === b) return true;
  if (a.head === "Number") return b.head === "Number" && Object.is(a.value, b.value);
  if (a.head === "Integer") return b.head === "Integer" && a.value === b.value;
  if (a.head === "Symbol") return b.head === "Symbol" && a.name === b.name;
  if (!isCall(b) || a.head !== b.head || a.args.length !== b.args.length) return false;
  return a.args.every((arg, i) => equal(arg, b.args[i]!));
}

/**
 * Replaces every free symbol `name` by `replacement`. Throws a RangeError where a free symbol of the replacement would be
 * captured by a sum or an integral: rename the bound symbol first.
 */
export function substitute(expression: Expression, name: string, replacement: Expression): Expression {
  const seen = new Map<Expression, Expression>();
  const go = (node: Expression): Expression => {
    const known = seen.get(node);
    if (known !== undefined) return known;
    const result = replaceIn(node);
    seen.set(node, result);
    return result;
  };
  const replaceIn = (node: Expression): Expression => {
    if (node.head === "Symbol") return node.name === name ? replacement : node;
    if (!isCall(node)) return node;
    const bound = boundIn(node);
    const hidden = bound.includes(name) ? 1 + bound.length : 0;
    const args = node.args.map((arg, i) => (i < hidden ? arg : go(arg)));
    if (args.every((arg, i) => arg === node.args[i])) return node;
    if (bound.length > 0 && args[0] !== node.args[0] && bound.some((own) => contains(replacement, own))) {
      throw new RangeError(`${bound.join(", ")} of ${node.head} would capture a symbol of the replacement for ${name}`);
    }
    return call(node.head, ...args);
  };
  return go(expression);
}

/** Levels of the tree: 1 for a leaf. */
export function depth(expression: Expression): number {
  return fold<number>(expression, (_, args) => 1 + Math.max(0, ...args));
}

/** True when the symbol occurs free in the tree. */
export function contains(expression: Expression, name: string): boolean {
  return fold<boolean>(expression, (node, args) => {
    if (node.head === "Symbol") return node.name === name;
    const hidden = isCall(node) && boundIn(node).includes(name) ? 1 + boundIn(node).length : 0;
    return args.some((arg, i) => arg && i >= hidden);
  });
}
