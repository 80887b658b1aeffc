import { asyncProperty, check as checkProperty, pre } from "fast-check";
import type { Parameters } from "../../theorems/domain.js";
import type { RoutesCheck, Theorem } from "../../theorems/theorem.js";
import { valuesOf } from "../arbitraries/valuesOf.js";
import { areMet } from "../assumptions.js";
import { type Examination, examine } from "../examine.js";
import type { Point } from "../point.js";
import { printPoint } from "../print.js";
import type { Run } from "../run.js";
import { seedOf } from "../seedOf.js";
import type { CheckResult, Margin } from "../verdict.js";

const CASES = 200;
/** A quick run looks at the first quarter of the points. */
const QUICK = 1 / 4;
/** So many points are looked at however long they take. */
const LEAST = 8;
const MOST_SKIPS = 10;
const MOST_MISSES = 50;
const MOST_SHRINKS = 300;

const signs = { Equal: "=", LessEqual: "<=", Less: "<" };

export const routesName = <P extends Parameters>({ left, right, relation = "Equal" }: RoutesCheck<P>): string =>
  `${left.name} ${signs[relation]} ${right.name}`;

type Failure = Extract<Examination, { outcome: "differ" | "unevaluable" }>;

/** Counts what the points say, and once one has failed looks for a smaller one that fails in the same way. */
class Search<P extends Parameters> {
  cases = 0;
  skips = 0;
  /** Points of the domains at which an assumption is not met. */
  misses = 0;
  reason = "";
  worst: Margin | undefined;
  failure: { readonly found: Failure; readonly point: Point } | null = null;
  cut = false;
  private shrinks = 0;

  constructor(
    private readonly theorem: Theorem<P>,
    private readonly sides: RoutesCheck<P>,
    private readonly wanted: number,
  ) {}

  /** Throws at a point that fails, as fast-check expects. */
  look(point: Point, run: Run): void {
    if (this.failure !== null) this.shrink(point);
    else if (!this.isOver(run)) this.search(point);
  }

  private search(point: Point): void {
    if (!this.isAdmissible(point)) {
      this.misses += 1;
      pre(false);
    }
    const found = examine(this.sides, point);
    if (found.outcome === "skip") {
      this.skips += 1;
      this.reason = found.says;
      pre(false);
    } else if (found.outcome === "agree") {
      this.cases += 1;
      this.note(found.ratio, point);
    } else {
      if (found.outcome === "differ") this.note(found.ratio, point);
      this.fail(found, point);
    }
  }

  private isOver(run: Run): boolean {
    const exhausted = this.skips > MOST_SKIPS * this.wanted || this.misses > MOST_MISSES * this.wanted;
    this.cut ||= run.stopped() || (run.late() && this.cases >= Math.min(LEAST, this.wanted));
    return exhausted || this.cut;
  }

  private isAdmissible(point: Point): boolean {
    return areMet(this.theorem.parameters, this.theorem.assumptions, point);
  }

  private shrink(point: Point): void {
    this.shrinks += 1;
    if (this.shrinks > MOST_SHRINKS || !this.isAdmissible(point)) return;
    const found = examine(this.sides, point);
    if (found.outcome === this.failure!.found.outcome) this.fail(found as Failure, point);
  }

  private fail(found: Failure, point: Point): never {
    this.failure = { found, point };
    throw new Error(found.outcome);
  }

  private note(ratio: number, point: Point): void {
    if (this.worst !== undefined && !(ratio > this.worst.ratio)) return;
    this.worst = { ratio, check: routesName(this.sides), at: printPoint(point) };
  }
}

function verdictOf<P extends Parameters>(
  search: Search<P>,
  wanted: number,
): Pick<CheckResult, "status" | "why" | "says"> {
  const { failure, cases, skips, misses, reason, cut } = search;
  if (failure?.found.outcome === "differ") return { status: "refuted" };
  if (failure?.found.outcome === "unevaluable") {
    return { status: "undecided", why: "unevaluable", says: failure.found.says };
  }
  if (cases === wanted || (cut && cases > 0)) return { status: "holds" };
  if (skips === 0) {
    const says = `${cases} of ${misses + cases} points of the domains meet the assumptions, ${wanted} were wanted`;
    return { status: "undecided", why: "vacuous", says };
  }
  const says = `${cases} of ${cases + skips} admissible points have values, ${wanted} were wanted; the last without: ${reason}`;
  return { status: "undecided", why: "unevaluable", says };
}

/** Two ways at random admissible points: 200, or as many as the check says; a quick run takes a quarter of them. */
export async function checkRoutes<P extends Parameters>(
  theorem: Theorem<P>,
  sides: RoutesCheck<P>,
  run: Run,
): Promise<CheckResult> {
  const name = routesName(sides);
  const full = sides.cases?.count ?? CASES;
  const wanted = run.effort === "full" ? full : Math.ceil(QUICK * full);
  const search = new Search(theorem, sides, wanted);
  const points = asyncProperty(valuesOf(theorem.parameters), async (values) => {
    if (run.stopped()) return;
    await run.step();
    search.look(values as Point, run);
  });
  await checkProperty(points, {
    seed: seedOf(run.seed, name),
    numRuns: wanted,
    maxSkipsPerRun: MOST_SKIPS + MOST_MISSES + 1,
  });
  if (run.stopped()) await run.step();
  const { failure, worst, cases, skips } = search;
  return {
    kind: "routes",
    name,
    ...verdictOf(search, wanted),
    cases,
    skips,
    ...(worst === undefined ? {} : { worst }),
    ...(failure === null ? {} : { counterexample: counterexampleOf(name, failure.found, failure.point) }),
  };
}

const counterexampleOf = (check: string, { left, right }: Failure, point: Point) => ({
  check,
  at: printPoint(point),
  left,
  right,
});
