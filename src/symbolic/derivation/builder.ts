import { decide } from "../exact/decide.js";
import type { Expression } from "../expression.js";
import { textOf } from "../format/text.js";
import { type Domains, samplePoints } from "../precise/samplePoints.js";
import { verifyProposition } from "../precise/verify.js";
import { type Comparison, equation, mapTerms, type Proposition } from "../proposition.js";
import type { Derivation, DerivationStep } from "./derivation.js";
import { evaluateIntegrals } from "./evaluateIntegrals.js";
import { coefficientEquations, readExpansion } from "./expansion.js";
import { rewrite } from "./rewrite.js";

const DIGITS = 50;
const POINTS = 3;

/** Where evidence is taken: domains of the free symbols of the claims. */
export interface Setting {
  readonly assumptions: readonly Proposition[];
  readonly domains: Domains;
}

/**
 * Builds a derivation step by step. A step that its check does not confirm is never added: it throws an Error that shows the
 * claim, since a derivation with a wrong step is a defect of whoever wrote it.
 */
export class DerivationBuilder {
  private readonly steps: DerivationStep[] = [];

  constructor(private readonly setting: Setting) {}

  get assumptions(): readonly Proposition[] {
    return this.setting.assumptions;
  }

  /** A name for a term: true by definition. */
  define(name: Expression, value: Expression, rule: string, from: readonly number[] = []): number {
    return this.add({ claim: equation(name, value), rule, from, status: "proved" });
  }

  /**
   * Decided by exact arithmetic once the left sides of the equations named in `from` are replaced and the integrals that the
   * rule table knows have their values.
   */
  deduce(claim: Proposition, rule: string, from: readonly number[]): number {
    const { status } = decide(this.closed(claim, from), { assumptions: this.assumptions, points: 0 });
    if (status !== "proved") throw new Error(`${textOf(claim)} does not follow (${rule}): ${status}`);
    return this.add({ claim, rule, from, status: "proved" });
  }

  /** Found by an exact calculation that checks itself and throws when it fails. */
  calculate(claim: Proposition, rule: string, from: readonly number[]): number {
    return this.add({ claim, rule, from, status: "proved" });
  }

  /** Confirmed by an exact check of its own that is not the calculation that found the claim. */
  confirm(claim: Proposition, rule: string, from: readonly number[], holds: boolean): number {
    if (!holds) throw new Error(`${textOf(claim)} is not confirmed (${rule})`);
    return this.add({ claim, rule, from, status: "proved" });
  }

  /** f = g + O(B^k) for B -> infinity: the exact coefficients of both sides are equal, after the same replacement. */
  expand(claim: Comparison, rule: string, from: readonly number[]): number {
    const expansion = readExpansion(this.closed(claim, from));
    if (expansion === null) throw new RangeError(`${textOf(claim)} has no order term`);
    for (const each of coefficientEquations(expansion, { assumptions: this.assumptions })) {
      const { status } = decide(each, { assumptions: this.assumptions, points: 0 });
      if (status !== "proved") throw new Error(`${textOf(each)} does not follow (${rule}): ${status}`);
    }
    return this.add({ claim, rule, from, status: "proved" });
  }

  /** Deduced where exact arithmetic decides, else verified with the integrals that the rule table knows at their values. */
  settle(claim: Proposition, rule: string, from: readonly number[]): number {
    const closed = this.closed(claim, from);
    const { status } = decide(closed, { assumptions: this.assumptions, points: 0 });
    if (status === "undecided") return this.addVerified({ claim, rule, from }, closed);
    if (status !== "proved") throw new Error(`${textOf(claim)} does not follow (${rule}): ${status}`);
    return this.add({ claim, rule, from, status });
  }

  /** 50 digits at random admissible points, after the same replacement. */
  verify(claim: Proposition, rule: string, from: readonly number[]): number {
    return this.addVerified({ claim, rule, from }, rewrite(claim, this.equations(from)));
  }

  /** The equation of an earlier step. Throws a RangeError for a step that is no equation. */
  equation(step: number): Comparison {
    const claim = this.steps[step]?.claim;
    if (claim?.relation !== "Equal") throw new RangeError(`step ${step} is not an equation`);
    return claim;
  }

  finish(): Derivation {
    return Object.freeze({ assumptions: this.setting.assumptions, steps: Object.freeze([...this.steps]) });
  }

  private closed(claim: Proposition, from: readonly number[]): Proposition {
    return mapTerms(rewrite(claim, this.equations(from)), (term) => evaluateIntegrals(term, this.assumptions));
  }

  private equations(from: readonly number[]): readonly Comparison[] {
    return from.map((step) => this.equation(step));
  }

  private addVerified({ claim, rule, from }: Omit<DerivationStep, "status">, closed: Proposition): number {
    const points = samplePoints(this.setting.domains, POINTS, this.steps.length);
    const { status } = verifyProposition(closed, points, DIGITS);
    if (status !== "verified") throw new Error(`${textOf(claim)} is not verified (${rule}): ${status}`);
    return this.add({ claim, rule, from, status });
  }

  private add(step: DerivationStep): number {
    if (step.from.some((index) => !(index >= 0 && index < this.steps.length))) {
      throw new RangeError(`a step may use earlier steps only, not ${step.from.join(", ")}`);
    }
    this.steps.push(Object.freeze({ ...step, from: Object.freeze([...step.from]) }));
    return this.steps.length - 1;
  }
}
