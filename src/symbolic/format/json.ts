import { isTheoryError, TheoryError } from "../../errors.js";
import { boundSymbols, call, type Expression, fold, type HeadName, integer, number, symbol } from "../expression.js";
import { heads } from "../heads.js";
import { compare, element, numberSets, type Proposition, relations } from "../proposition.js";

/** An expression as plain JSON; `schema/expression.schema.json` describes it. */
export type JsonExpression =
  | { readonly head: "Number"; readonly value: number | "Infinity" | "-Infinity" | "NaN" | "-0" }
  | { readonly head: "Integer"; readonly value: string }
  | { readonly head: "Symbol"; readonly name: string }
  | { readonly head: HeadName; readonly args: readonly JsonExpression[] };

export type JsonProposition =
  | { readonly relation: (typeof relations)[number]; readonly left: JsonExpression; readonly right: JsonExpression }
  | { readonly relation: "Element"; readonly left: JsonExpression; readonly set: (typeof numberSets)[number] };

const mostLevels = 1000;
const mostNodes = 100_000;
const mostDigits = 10_000;

/** A letter, then letters, digits and underscores, then primes. */
const namePattern = /^[A-Za-z][A-Za-z0-9_']{0,99}$/;
const integerPattern = /^(0|-?[1-9][0-9]*)$/;
const unwritable = ["Infinity", "-Infinity", "NaN"] as const;

/** The expression as plain JSON: whole numbers as strings of digits, and the doubles that JSON has not as strings. */
export function toJson(expression: Expression): JsonExpression {
  return fold<JsonExpression>(expression, (node, args) => {
    if (node.head === "Symbol") return { head: "Symbol", name: node.name };
    if (node.head === "Integer") return { head: "Integer", value: String(node.value) };
    if (node.head !== "Number") return { head: node.head, args };
    const text = Object.is(node.value, -0) ? "-0" : unwritable.find((word) => word === String(node.value));
    return { head: "Number", value: text ?? node.value };
  });
}

export function propositionToJson(proposition: Proposition): JsonProposition {
  const left = toJson(proposition.left);
  return proposition.relation === "Element"
    ? { relation: "Element", left, set: proposition.set }
    : { relation: proposition.relation, left, right: toJson(proposition.right) };
}

/** Reads one document; counts its nodes. */
class Reader {
  private nodes = 0;

  /** `place` is a JSON pointer. */
  read(value: unknown, place: string, level: number): Expression {
    this.nodes += 1;
    if (this.nodes > mostNodes) throw refuse(place, `there are more than ${mostNodes} nodes`, "send a smaller one");
    if (level > mostLevels) throw refuse("", `it is nested over ${mostLevels} levels deep`, "send a smaller one");
    const fields = record(value, place);
    const head = fields.head;
    switch (head) {
      case "Number":
        return readNumber(fields, place);
      case "Integer":
        return readInteger(fields, place);
      case "Symbol":
        return readSymbol(fields, place);
    }
    if (typeof head !== "string" || !Object.hasOwn(heads, head)) {
      throw refuse(`${place}/head`, "this head is unknown", "see schema/expression.schema.json for the heads");
    }
    return this.readCall(head as HeadName, fields, place, level);
  }

  private readCall(head: HeadName, fields: Fields, place: string, level: number): Expression {
    only(fields, ["head", "args"], place);
    const { args } = fields;
    const { arity } = heads[head];
    if (!Array.isArray(args)) throw refuse(`${place}/args`, "the arguments are not an array", "write an array");
    if (args.length !== arity) {
      throw refuse(`${place}/args`, `${head} takes ${arity} arguments, not ${args.length}`, "give as many");
    }
    const read = Array.from(args, (arg, i) => this.read(arg, `${place}/args/${i}`, level + 1));
    const bound = read.slice(1, 1 + (Object.hasOwn(boundSymbols, head) ? boundSymbols[head as "Sum"] : 0));
    const names = bound.map((own, i) => {
      if (own.head === "Symbol") return own.name;
      throw refuse(`${place}/args/${i + 1}`, `${head} binds a symbol here`, "write a Symbol");
    });
    if (new Set(names).size < names.length) {
      throw refuse(`${place}/args`, `${head} binds ${names[0]} twice`, "rename one of the symbols");
    }
    return call(head, ...read);
  }
}

type Fields = Readonly<Record<string, unknown>>;

function refuse(place: string, message: string, remedy: string): TheoryError {
  const shown = place.length > 200 ? `...${place.slice(-200)}` : place;
  return new TheoryError(`not an expression at "${shown}": ${message}`, {
    code: "syntax",
    parameter: "expression",
    value: shown,
    domain: "JSON as in schema/expression.schema.json",
    remedy,
  });
}

function record(value: unknown, place: string): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw refuse(place, "it is not an object", 'write an object with "head"');
  }
  // own fields only: what a prototype holds was not written
  return Object.assign(Object.create(null), value) as Fields;
}

function only(fields: Fields, names: readonly string[], place: string): void {
  const extra = Object.keys(fields).find((key) => !names.includes(key));
  const missing = names.find((key) => !(key in fields));
  if (missing !== undefined) throw refuse(place, `"${missing}" is missing`, "add it");
  if (extra !== undefined) throw refuse(place, "there is a field too many", `keep ${names.join(", ")} only`);
}

function readNumber(fields: Fields, place: string): Expression {
  only(fields, ["head", "value"], place);
  const { value } = fields;
  if (typeof value === "number" && Number.isFinite(value)) return number(value);
  if (value === "-0") return number(-0);
  const word = unwritable.find((text) => text === value);
  if (word !== undefined) return number(Number(word));
  throw refuse(`${place}/value`, "it is no number", 'write a number, "Infinity", "-Infinity", "NaN" or "-0"');
}

function readInteger(fields: Fields, place: string): Expression {
  only(fields, ["head", "value"], place);
  const { value } = fields;
  if (typeof value === "string" && value.length <= mostDigits && integerPattern.test(value)) {
    return integer(BigInt(value));
  }
  throw refuse(`${place}/value`, "it is no whole number", `write a string of at most ${mostDigits} digits`);
}

function readSymbol(fields: Fields, place: string): Expression {
  only(fields, ["head", "name"], place);
  const { name } = fields;
  if (typeof name === "string" && namePattern.test(name)) return symbol(name);
  throw refuse(`${place}/name`, "it is no name", "write a letter, then letters, digits, underscores, then primes");
}

/** A getter or a proxy may throw anything: the caller is told the one way. */
function guarded<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (isTheoryError(error)) throw error;
    throw refuse("", "it cannot be read", "send plain JSON");
  }
}

/**
 * The expression that plain JSON describes; the inverse of `toJson`. Trusts nothing: heads, arities, bound symbols,
 * types and fields are checked, and documents are refused that are over 1000 levels deep or have more than 100 000
 * nodes, whole numbers of over 10 000 digits or names of other characters than letters, digits, underscores and final
 * primes.
 * @throws TheoryError "syntax", with a JSON pointer to the place in its message.
 */
export function fromJson(value: unknown): Expression {
  return guarded(() => new Reader().read(value, "", 1));
}

/** The statement that plain JSON describes; the inverse of `propositionToJson`. Checks and errors as `fromJson`. */
export function propositionFromJson(value: unknown): Proposition {
  return guarded(() => {
    const fields = record(value, "");
    const reader = new Reader();
    if (fields.relation === "Element") {
      only(fields, ["relation", "left", "set"], "");
      const set = numberSets.find((name) => name === fields.set);
      if (set === undefined) throw refuse("/set", "this set is unknown", `write ${numberSets.join(", ")}`);
      return element(reader.read(fields.left, "/left", 1), set);
    }
    only(fields, ["relation", "left", "right"], "");
    const relation = relations.find((name) => name === fields.relation);
    if (relation === undefined) throw refuse("/relation", "this relation is unknown", `write ${relations.join(", ")}`);
    return compare(relation, reader.read(fields.left, "/left", 1), reader.read(fields.right, "/right", 1));
  });
}
