/** Every function and operator an expression may apply; `heads.ts` says what each one means. */
export const headNames = [
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

export type HeadName = (typeof headNames)[number];

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

export interface SymbolExpression {
  readonly head: "Symbol";
  readonly name: string;
}

export interface CallExpression {
  readonly head: HeadName;
  readonly args: readonly Expression[];
}

/** A term: frozen plain data. Constructors never simplify: `call("Divide", x, x)` is x/x. */
export type Expression = NumberExpression | SymbolExpression | CallExpression;

export function number(value: number): NumberExpression {
  return Object.freeze({ head: "Number", value });
}

export function symbol(name: string): SymbolExpression {
  return Object.freeze({ head: "Symbol", name });
}

export function call(head: HeadName, ...args: readonly Expression[]): CallExpression {
  return Object.freeze({ head, args: Object.freeze(args) });
}

export function isCall(expression: Expression): expression is CallExpression {
  return expression.head !== "Number" && expression.head !== "Symbol";
}

/** The arguments; none for a number or a symbol. */
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
  if (a.head === "Symbol") return b.head === "Symbol" && a.name === b.name;
  if (!isCall(b) || a.head !== b.head || a.args.length !== b.args.length) return false;
  return a.args.every((arg, i) => equal(arg, b.args[i]!));
}

/** Replaces every symbol `name` by `replacement`. */
export function substitute(expression: Expression, name: string, replacement: Expression): Expression {
  return fold<Expression>(expression, (node, args) => {
    if (node.head === "Symbol") return node.name === name ? replacement : node;
    return isCall(node) && args.some((arg, i) => arg !== node.args[i]) ? call(node.head, ...args) : node;
  });
}

/** Levels of the tree: 1 for a leaf. */
export function depth(expression: Expression): number {
  return fold<number>(expression, (_, args) => 1 + Math.max(0, ...args));
}

/** True when the symbol occurs in the tree. */
export function contains(expression: Expression, name: string): boolean {
  return fold<boolean>(expression, (node, args) =>
    node.head === "Symbol" ? node.name === name : args.some((arg) => arg),
  );
}
