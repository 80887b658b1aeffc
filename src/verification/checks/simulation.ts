import { isTheoryError } from "../../errors.js";
import type { Estimate } from "../../numeric/estimate.js";
import { studentQuantile } from "../../simulation/statistics/studentQuantile.js";
import type { Parameters } from "../../theorems/domain.js";
import type { SimulationCheck, Theorem } from "../../theorems/theorem.js";
import { areMet } from "../assumptions.js";
import { validatePoint } from "../domains/validate.js";
import { type Point, valuesAt } from "../point.js";
import { printPoint } from "../print.js";
import type { Effort, Run } from "../run.js";
import { seedOf } from "../seedOf.js";
import { averageOf } from "../statistics/averageOf.js";
import { type WidthLimit, widthLimit } from "../statistics/widthLimit.js";
import type { CheckResult, Margin, Why } from "../verdict.js";
import type { SimulateExperiment } from "./simulateExperiment.js";

/** Networks of each width that tell how many are needed; a full run has no fewer. */
const PILOT = { quick: 32, full: 200 };
/** More than computed from the spread of those that are there, since that is an estimate. */
const RESERVE = 1.1;

/** One setting: what was found, or why nothing was. */
type Finding =
  | { readonly status: "holds" | "refuted"; readonly ratio: number; readonly left: string; readonly right: string }
  | { readonly status: "undecided"; readonly why: Why; readonly says: string; readonly skip?: true };

/** The settings of a run; alpha is split among those of a full one. */
export const settingsAt = <P extends Parameters>({ at, atFull = [] }: SimulationCheck<P>, effort: Effort) =>
  effort === "full" ? [...at, ...atFull] : at;

const undecided = (why: Why, says: string): Finding => ({ status: "undecided", why, says });
const skipped = (says: string): Finding => ({ status: "undecided", why: "unevaluable", says, skip: true });

/** Networks of both widths, as many as the resolution needs; a sentence where that is too many. */
async function measure<P extends Parameters>(
  check: SimulationCheck<P>,
  point: Point,
  simulate: SimulateExperiment,
  run: Run,
): Promise<{ readonly found: WidthLimit; readonly count: number } | string> {
  const experiment = check.experiment(valuesAt<P>(point));
  const budget = check.budget[run.effort];
  const widths = [check.width[run.effort], 2 * check.width[run.effort]] as const;
  const observed: [number[], number[]] = [[], []];
  let count = Math.min(PILOT[run.effort], budget);
  while (true) {
    for (const [i, width] of widths.entries()) {
      const first = observed[i]!.length;
      const seed = seedOf(run.seed, `${check.name}/${JSON.stringify(printPoint(point))}/${width}`) >>> 0;
      const added = await simulate(experiment, { width, first, count: count - first, seed });
      await run.step();
      if (added.length < count - first) throw new RangeError("the simulation returned fewer networks than asked for");
      observed[i]!.push(...added);
    }
    const [narrow, wide] = [averageOf(observed[0], experiment.average), averageOf(observed[1], experiment.average)];
    const found = widthLimit(narrow, wide, check.order);
    if (!(found.standardError > check.resolution)) return { found, count };
    const needed = Math.ceil(RESERVE * count * (found.standardError / check.resolution) ** 2);
    if (needed > budget && count >= budget / RESERVE) {
      return `${needed} networks of each width would give a standard error of ${check.resolution}, ${budget} are allowed`;
    }
    // what seems too much after a few may be enough after more
    if (needed > 2 * budget) return `about ${needed} networks of each width are needed, ${budget} are allowed`;
    count = Math.min(budget, Math.max(count + 1, needed));
  }
}

const shown = (value: number, error: number) => `${value.toPrecision(8)} ± ${error.toPrecision(2)}`;

async function atSetting<P extends Parameters>(
  check: SimulationCheck<P>,
  point: Point,
  simulate: SimulateExperiment,
  run: Run,
): Promise<Finding> {
  const predicted: Estimate = check.predict(valuesAt<P>(point));
  if (!Number.isFinite(predicted.value) || Number.isNaN(predicted.error)) {
    return undecided("unevaluable", "the prediction is not a finite number");
  }
  if (!predicted.converged) return skipped("the prediction did not reach its accuracy");
  const measured = await measure(check, point, simulate, run);
  if (typeof measured === "string") return undecided("underpowered", measured);
  const { found, count } = measured;
  const allowed =
    studentQuantile(run.alpha, Math.max(1, found.networks - 1)) * found.standardError +
    found.remainder +
    predicted.error;
  const difference = Math.abs(found.value - predicted.value);
  const ratio = difference === 0 ? 0 : difference / allowed;
  const left = `${shown(found.value, found.standardError)} (networks, ${count} of each width, extrapolated)`;
  const right = `${shown(predicted.value, predicted.error)} (predicted)`;
  return { status: ratio <= 1 ? "holds" : "refuted", ratio, left, right };
}

async function safely(compute: () => Promise<Finding>): Promise<Finding> {
  try {
    return await compute();
  } catch (error) {
    if (!isTheoryError(error)) throw error;
    return skipped(error.message);
  }
}

/**
 * Wide networks against the prediction: |x - p| <= t SE + rest + error of p, with x the limit extrapolated from the widths N and 2N
 * and t Student's quantile at the run's alpha. The number of networks follows from a pilot, so that SE reaches the resolution.
 */
export async function checkSimulation<P extends Parameters>(
  theorem: Theorem<P>,
  check: SimulationCheck<P>,
  run: Run,
): Promise<CheckResult> {
  const { name } = check;
  const base = { kind: "simulation", name } as const;
  const { simulate } = run;
  if (simulate === null) {
    return { ...base, status: "undecided", why: "no-backend", says: "no backend simulates here", cases: 0, skips: 0 };
  }
  let [cases, skips] = [0, 0];
  let worst: Margin | undefined;
  const given = () => ({ cases, skips, ...(worst === undefined ? {} : { worst }) });
  for (const values of settingsAt(check, run.effort)) {
    const point = values as Point;
    const at = printPoint(point);
    validatePoint(theorem.parameters, point);
    const met = areMet(theorem.parameters, theorem.assumptions, point);
    const found: Finding = met
      ? await safely(() => atSetting(check, point, simulate, run))
      : undecided("vacuous", "an assumption is not met at a setting");
    if (found.status === "undecided") {
      if (found.skip) skips += 1;
      return { ...base, status: "undecided", why: found.why, says: found.says, ...given() };
    }
    cases += 1;
    if (worst === undefined || found.ratio > worst.ratio) worst = { ratio: found.ratio, check: name, at };
    if (found.status === "refuted") {
      const counterexample = { check: name, at, left: found.left, right: found.right };
      return { ...base, status: "refuted", ...given(), counterexample };
    }
  }
  return { ...base, status: "holds", ...given() };
}
