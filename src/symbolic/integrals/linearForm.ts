import { call, type Expression, equal, fold, integer, isCall } from "../expression.js";
import { addRational, divideRational, multiplyRational, negateRational, type Rational, rational } from "../rational.js";
import { exactValue } from "./exactValue.js";
import { formExpression, type LinearForm } from "./formExpression.js";
import { keyOf } from "./keyOf.js";

const zero = rational(0);
const one = rational(1);

export const constantForm = (constant: Rational): LinearForm => ({ constant, terms: [] });

function atomForm(atom: Expression): LinearForm {
  const wild = fold<boolean>(atom, (node, args) => {
    const limitless = node.head === "Number" && !Number.isFinite(node.value);
    return limitless || node.head === "Infinity" || node.head === "BigO" || args.some(Boolean);
  });
  return { constant: zero, terms: [{ atom, key: keyOf(atom), coefficient: one, wild }] };
}

export function scaleForm(form: LinearForm, factor: Rational): LinearForm {
  if (factor.numerator === 0n) return constantForm(zero);
  const terms = form.terms.map((term) => ({ ...term, coefficient: multiplyRational(factor, term.coefficient) }));
  return { constant: multiplyRational(factor, form.constant), terms };
}

export function addForms(a: LinearForm, b: LinearForm): LinearForm {
  const terms = new Map(a.terms.map((term) => [term.key, term]));
  for (const term of b.terms) {
    const known = terms.get(term.key);
    const coefficient = known === undefined ? term.coefficient : addRational(known.coefficient, term.coefficient);
    terms.set(term.key, { ...(known ?? term), coefficient });
  }
  const kept = [...terms.values()].filter(({ coefficient }) => coefficient.numerator !== 0n);
  return { constant: addRational(a.constant, b.constant), terms: kept };
}

export const subtractForms = (a: LinearForm, b: LinearForm): LinearForm => addForms(a, scaleForm(b, rational(-1)));

/** The value of a form without atoms, else null. */
export const constantOf = (form: LinearForm): Rational | null => (form.terms.length === 0 ? form.constant : null);

const unit = integer(1);

/** The two sides of a fraction; 1 below for what is none, and for x/0. */
const sides = (atom: Expression): readonly [Expression, Expression] =>
  atom.head === "Divide" && !equal(atom.args[1]!, integer(0)) ? [atom.args[0]!, atom.args[1]!] : [atom, unit];

const multiplied = (a: Expression, b: Expression): Expression =>
  equal(a, unit) ? b : equal(b, unit) ? a : call("Multiply", a, b);

/** x y with one fraction bar. */
function multiplyAtoms(x: Expression, y: Expression): Expression {
  const [[xAbove, xBelow], [yAbove, yBelow]] = [sides(x), sides(y)];
  const [above, below] = [multiplied(xAbove, yAbove), multiplied(xBelow, yBelow)];
  return equal(below, unit) ? above : call("Divide", above, below);
}

/** 1 / x. */
function inverted(x: Expression): Expression {
  const [above, below] = sides(x);
  return equal(above, unit) ? below : call("Divide", below, above);
}

/** The positive rational that leaves whole coefficients without a common factor, negative where no coefficient is positive. */
function contentOf({ constant, terms }: LinearForm): Rational {
  const values = [constant, ...terms.map(({ coefficient }) => coefficient)].filter(({ numerator }) => numerator !== 0n);
  // gcd(p/q, r/s) = gcd(p s, r q)/(q s), and gcd(u, v) = u over the numerator of u/v in lowest terms
  const common = values.reduce((all, value) => divideRational(all, rational(divideRational(all, value).numerator)));
  const positive = common.numerator > 0n ? common : negateRational(common);
  return values.some(({ numerator }) => numerator > 0n) ? positive : negateRational(positive);
}

/** The form as coefficient * atom: a sum is an atom of its own. */
function scaledAtom(form: LinearForm): { readonly coefficient: Rational; readonly atom: Expression } {
  if (form.terms.length === 1 && form.constant.numerator === 0n) return form.terms[0]!;
  if (form.terms.length === 0) return { coefficient: form.constant, atom: unit };
  const coefficient = contentOf(form);
  return { coefficient, atom: formExpression(scaleForm(form, divideRational(one, coefficient))) };
}

/** What is left of a product may be a sum again, as in 1/(1/(a + b)). */
const formOf = (atom: Expression): LinearForm =>
  atom.head === "Add" || atom.head === "Subtract" ? linearForm(atom) : atomForm(atom);

function product(a: LinearForm, b: LinearForm): LinearForm {
  const [left, right] = [constantOf(a), constantOf(b)];
  if (left !== null) return scaleForm(b, left);
  if (right !== null) return scaleForm(a, right);
  const [x, y] = [scaledAtom(a), scaledAtom(b)];
  const coefficient = multiplyRational(x.coefficient, y.coefficient);
  return scaleForm(formOf(multiplyAtoms(x.atom, y.atom)), coefficient);
}

/** a / b: rational factors of both come out. Null for a visible zero below. */
function quotient(a: LinearForm, b: LinearForm): LinearForm | null {
  const divisor = constantOf(b);
  if (divisor !== null) return divisor.numerator === 0n ? null : scaleForm(a, divideRational(one, divisor));
  const [x, y] = [scaledAtom(a), scaledAtom(b)];
  const coefficient = divideRational(x.coefficient, y.coefficient);
  return scaleForm(formOf(multiplyAtoms(x.atom, inverted(y.atom))), coefficient);
}

function arithmetic(head: Expression["head"], args: readonly LinearForm[]): LinearForm | null {
  const [a, b] = args;
  if (args.some((arg) => arg.terms.some(({ wild }) => wild))) return null;
  if (head === "Negate") return scaleForm(a!, negateRational(one));
  if (head === "Add") return addForms(a!, b!);
  if (head === "Subtract") return subtractForms(a!, b!);
  if (head === "Multiply") return product(a!, b!);
  if (head === "Divide") return quotient(a!, b!);
  if (head !== "Power") return null;
  const base = constantOf(a!);
  if (base?.numerator === 1n && base.denominator === 1n) return a!;
  const exponent = constantOf(b!);
  if (exponent?.denominator !== 1n) return null;
  if (exponent.numerator === 0n) return constantForm(one);
  return exponent.numerator === 1n ? a! : null;
}

/** The expression as a linear form; what is not linear becomes an atom whose arguments are tidy. */
export function linearForm(expression: Expression): LinearForm {
  return fold<LinearForm>(expression, (node, args) => {
    if (!isCall(node)) {
      const value = exactValue(node, []);
      return value === null ? atomForm(node) : constantForm(value);
    }
    const values = args.map(constantOf);
    const exact = values.every((value) => value !== null) ? exactValue(node, values) : null;
    if (exact !== null) return constantForm(exact);
    return arithmetic(node.head, args) ?? atomForm(call(node.head, ...args.map(formExpression)));
  });
}

/** The same value with whole-number arithmetic done, equal terms collected and rational factors in front. */
export const tidy = (expression: Expression): Expression => formExpression(linearForm(expression));
