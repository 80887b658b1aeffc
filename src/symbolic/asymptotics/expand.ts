import { type CallExpression, type Expression, type HeadName, isCall } from "../expression.js";
import { heads } from "../heads.js";
import { atInfinity } from "./atInfinity.js";
import { boundOfUndecided } from "./boundOfUndecided.js";
import { compareOrders, order, unit } from "./order.js";
import {
  addSeries,
  bound,
  compose,
  constantSeries,
  expSeries,
  leading,
  logSeries,
  monomial,
  multiplySeries,
  powerSeries,
  type Series,
  scaleSeries,
  signOf,
  split,
  subtractSeries,
  t,
  Unresolved,
  zeroSeries,
} from "./series.js";
import { Taylor } from "./taylor.js";

/** Where a function is expanded, with t > 0 small: at + t, at - t, or +-1/t. */
export type Approach =
  | { readonly at: number; readonly side: 1 | -1 }
  | { readonly at: "infinity"; readonly side: 1 | -1 };

const one = constantSeries(1);
const comparisons: Partial<Record<HeadName, (sign: number) => boolean>> = {
  Less: (sign) => sign < 0,
  LessEqual: (sign) => sign <= 0,
  Greater: (sign) => sign > 0,
  GreaterEqual: (sign) => sign >= 0,
  Equal: (sign) => sign === 0,
  NotEqual: (sign) => sign !== 0,
};

/**
 * Expands an expression in x at a point or at infinity, from one side, into a finite series in t with real powers,
 * logarithms and exponentials. Absolute values, comparisons and branches are decided by the sign of the leading term, so
 * the two sides of a kink give their own branches. Throws Unresolved where the leading terms do not decide.
 */
export class Expansion {
  private readonly known = new Map<Expression, Series | Unresolved>();
  private readonly taylor = new Taylor();

  constructor(
    private readonly approach: Approach,
    private readonly terms = 12,
  ) {}

  of(node: Expression): Series {
    let series = this.known.get(node);
    if (series === undefined) {
      series = this.attempt(node);
      this.known.set(node, series);
    }
    if (series instanceof Unresolved) throw series;
    return series;
  }

  /** A failure is remembered like a result: asking again at every level of a nest would take exponential time. */
  private attempt(node: Expression): Series | Unresolved {
    try {
      return isCall(node) ? this.bounded(node) : this.leaf(node);
    } catch (error) {
      if (error instanceof Unresolved) return error;
      throw error;
    }
  }

  private leaf(node: Expression): Series {
    if (node.head === "Number") return constantSeries(node.value);
    const { at, side } = this.approach;
    if (at === "infinity") return monomial(side, order(-1));
    return addSeries(constantSeries(at), scaleSeries(t, side));
  }

  /** At infinity an undecided argument (sin x has no limit) still leaves a bound; at a point it is a question to sample. */
  private bounded(node: CallExpression): Series {
    try {
      return this.call(node);
    } catch (error) {
      if (!(error instanceof Unresolved) || this.approach.at !== "infinity") throw error;
      const rest = boundOfUndecided(node, (arg) => bound(this.of(arg)));
      if (rest === null) throw error;
      return rest;
    }
  }

  private call({ head, args }: CallExpression): Series {
    const [a, b] = args;
    switch (head) {
      case "Add":
        return addSeries(this.of(a!), this.of(b!));
      case "Subtract":
        return subtractSeries(this.of(a!), this.of(b!));
      case "Multiply":
        return multiplySeries(this.of(a!), this.of(b!));
      case "Divide":
        return multiplySeries(this.of(a!), this.power(this.of(b!), -1));
      case "Negate":
        return scaleSeries(this.of(a!), -1);
      case "Power":
        return this.generalPower(a!, b!);
      case "Abs": {
        const u = this.of(a!);
        return scaleSeries(u, signOf(u));
      }
      case "Sign":
        return constantSeries(signOf(this.of(a!)));
      case "Step":
        return constantSeries((1 + signOf(this.of(a!))) / 2);
      case "Max":
      case "Min": {
        const sign = signOf(subtractSeries(this.of(a!), this.of(b!)));
        return this.of((head === "Max") === sign >= 0 ? a! : b!);
      }
      case "Conditional":
        return this.truth(a!) ? this.of(args[1]!) : this.of(args[2]!);
      case "And":
      case "Or":
      case "Not":
        return this.connective(head, args);
      default:
        return comparisons[head] ? constantSeries(this.truth({ head, args }) ? 1 : 0) : this.smooth(head, this.of(a!));
    }
  }

  private truth(test: Expression): boolean {
    const compare = isCall(test) ? comparisons[test.head] : undefined;
    if (!isCall(test) || compare === undefined) return signOf(this.of(test)) !== 0;
    return compare(signOf(subtractSeries(this.of(test.args[0]!), this.of(test.args[1]!))));
  }

  private connective(head: HeadName, args: readonly Expression[]): Series {
    const values = args.map((arg) => (this.truth(arg) ? 1 : 0));
    return constantSeries(heads[head].evaluate(...values));
  }

  private power(a: Series, p: number): Series {
    return powerSeries(a, p, this.terms);
  }

  private generalPower(base: Expression, exponent: Expression): Series {
    const p = this.of(exponent);
    if (p.rest === null && p.terms.every((term) => compareOrders(term.order, unit) === 0)) {
      return this.power(this.of(base), p.terms[0]?.coefficient ?? 0);
    }
    return expSeries(multiplySeries(p, logSeries(this.of(base), this.terms)), this.terms);
  }

  /** A function of one argument: by its Taylor series where the argument has a finite regular limit, else by its own law. */
  private smooth(head: HeadName, u: Series): Series {
    const n = this.terms;
    const limit = this.limit(u);
    switch (head) {
      case "Exp":
        return expSeries(u, n);
      case "Sqrt":
        return this.power(u, 1 / 2);
      case "Cbrt":
        return scaleSeries(this.power(scaleSeries(u, signOf(u) || 1), 1 / 3), signOf(u));
      case "Log":
        return logSeries(u, n);
      case "Log2":
        return scaleSeries(logSeries(u, n), 1 / Math.LN2);
      case "Log10":
        return scaleSeries(logSeries(u, n), 1 / Math.LN10);
      case "Log1p":
        if (limit === null || limit === -1) return logSeries(addSeries(one, u), n);
        break;
      case "Acosh":
        if (limit === null || limit === 1) return this.acosh(u);
        break;
      case "Asin":
      case "Acos":
        if (limit !== null && Math.abs(limit) === 1) return this.arcAtEdge(head, u, limit);
        break;
      case "Atanh":
        return scaleSeries(
          subtractSeries(logSeries(addSeries(one, u), n), logSeries(subtractSeries(one, u), n)),
          1 / 2,
        );
      case "Tan":
        return multiplySeries(this.smooth("Sin", u), this.power(this.smooth("Cos", u), -1));
    }
    return limit === null ? atInfinity(head, u, n) : this.regular(head, u, limit);
  }

  /** The finite limit of a series, or null when it is infinite. */
  private limit(u: Series): number | null {
    const { infinite, constant } = split(u);
    if (infinite.length > 0) return null;
    const value = constant?.coefficient ?? 0;
    const nearest = Math.round(value);
    return Math.abs(value - nearest) < 1e-12 * (constant?.magnitude ?? 0) ? nearest : value;
  }

  private regular(head: HeadName, u: Series, limit: number): Series {
    const { constant, small } = split(u);
    const jet = this.taylor.head(head, limit, this.terms);
    if (!jet.every(Number.isFinite)) throw new Unresolved("no Taylor series here");
    return compose(jet, small, constant?.magnitude ?? 0);
  }

  /** acosh u = 2 asinh(sqrt((u - 1)/2)). */
  private acosh(u: Series): Series {
    const half = scaleSeries(subtractSeries(u, one), 1 / 2);
    return scaleSeries(this.smooth("Asinh", this.power(half, 1 / 2)), 2);
  }

  /** asin u = pi/2 - 2 asin(sqrt((1 - u)/2)) near u = 1; odd; acos u = pi/2 - asin u. */
  private arcAtEdge(head: HeadName, u: Series, edge: number): Series {
    const half = scaleSeries(subtractSeries(one, scaleSeries(u, edge)), 1 / 2);
    const inner = leading(half) === null ? zeroSeries : this.regular("Asin", this.power(half, 1 / 2), 0);
    const asin = scaleSeries(subtractSeries(constantSeries(Math.PI / 2), scaleSeries(inner, 2)), edge);
    return head === "Asin" ? asin : subtractSeries(constantSeries(Math.PI / 2), asin);
  }
}
