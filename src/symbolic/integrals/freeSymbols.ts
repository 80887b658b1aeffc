import { boundSymbols, call, type Expression, isCall, symbol } from "../expression.js";

/** How many arguments of a node are a body and the symbols bound in it; 0 for all but sums, integrals and means. */
const hiddenArguments = (node: Expression): number =>
  Object.hasOwn(boundSymbols, node.head) ? 1 + boundSymbols[node.head as keyof typeof boundSymbols] : 0;

/** The symbols a binder binds. */
function boundIn(node: Expression): readonly string[] {
  if (!isCall(node)) return [];
  return node.args.slice(1, hiddenArguments(node)).flatMap((arg) => (arg.head === "Symbol" ? [arg.name] : []));
}

/** The names of the free symbols, in the order of their first appearance. */
export function freeSymbols(expression: Expression): ReadonlySet<string> {
  const found = new Set<string>();
  const go = (node: Expression, bound: ReadonlySet<string>): void => {
    if (node.head === "Symbol" && !bound.has(node.name)) found.add(node.name);
    if (!isCall(node)) return;
    const own = new Set([...bound, ...boundIn(node)]);
    const hidden = hiddenArguments(node);
    node.args.forEach((arg, i) => {
      go(arg, i < hidden ? own : bound);
    });
  };
  go(expression, new Set());
  return found;
}

/**
 * All replacements at once, so that a may become b while b becomes a. Bound symbols that a replacement would be captured by
 * are renamed: t becomes t', t'' ...
 */
export function substituteAll(expression: Expression, replacements: ReadonlyMap<string, Expression>): Expression {
  const node = expression;
  if (node.head === "Symbol") return replacements.get(node.name) ?? node;
  if (!isCall(node)) return node;
  const hidden = hiddenArguments(node);
  const inner = hidden === 0 ? replacements : innerReplacements(node, replacements);
  const args = node.args.map((arg, i) => substituteAll(arg, i < hidden ? inner : replacements));
  return args.every((arg, i) => arg === node.args[i]) ? node : call(node.head, ...args);
}

/** The replacements inside a binder: none for its own symbols, except fresh names for those that would capture. */
function innerReplacements(
  node: Expression,
  replacements: ReadonlyMap<string, Expression>,
): ReadonlyMap<string, Expression> {
  const bound = boundIn(node);
  const inner = new Map([...replacements].filter(([name]) => !bound.includes(name)));
  const taken = new Set([...inner.values()].flatMap((value) => [...freeSymbols(value)]));
  const used = new Set([...taken, ...(isCall(node) ? [...freeSymbols(node.args[0]!)] : [])]);
  for (const name of bound.filter((own) => taken.has(own))) {
    let fresh = `${name}'`;
    while (used.has(fresh)) fresh += "'";
    used.add(fresh);
    inner.set(name, symbol(fresh));
  }
  return inner;
}
