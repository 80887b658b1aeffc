import type { Backend } from "../simulation/kernels/kernels.js";
import { wasmBackend } from "../simulation/kernels/wasm/wasmBackend.js";
import type { Parameters } from "../theorems/domain.js";
import type { Check, Theorem } from "../theorems/theorem.js";
import { checkExact, stepsDefect } from "./checks/exact.js";
import { checkPrinted } from "./checks/printed.js";
import { checkReference } from "./checks/reference.js";
import { checkRoutes, routesName } from "./checks/routes.js";
import type { SimulateExperiment } from "./checks/simulateExperiment.js";
import { simulateOn } from "./checks/simulateOn.js";
import { checkSimulation, settingsAt } from "./checks/simulation.js";
import type { Derived } from "./derived.js";
import type { Effort, Run } from "./run.js";
import { seedOf } from "./seedOf.js";
import type { CheckResult, Margin, Verdict } from "./verdict.js";

export interface CheckOptions {
  /** "quick": a quarter of the random points, narrow networks. Default "full". */
  readonly effort?: Effort;
  /** Whole number; default 1. The same seed gives the same points, networks and verdict. */
  readonly seed?: number;
  /** What runs the networks. Default WebAssembly; null: simulations are undecided for want of a backend. */
  readonly backend?: Backend | null;
  /** Another simulator instead. */
  readonly simulate?: SimulateExperiment;
  /** Probability that a run in which everything is true refutes something by chance; default 1e-3. */
  readonly alpha?: number;
  /** Simulated settings in the whole run, among which alpha is split; default: those of this theorem. */
  readonly settings?: number;
  /** Derivations that have been run, by their ids, for a caller with many theorems; those run here are added. */
  readonly derived?: Map<string, Derived>;
  readonly signal?: { readonly aborted: boolean };
  /** After each point, setting or proof; what it returns is awaited. */
  readonly onProgress?: () => void | Promise<void>;
  /** True once random points have had their share of time: eight of each check are looked at even so. */
  readonly late?: () => boolean;
}

/** How many simulated settings a theorem has; a run of less effort has some of them. */
export const settingsOf = ({ checks }: Theorem): number =>
  checks.reduce((count, check) => count + (check.kind === "simulation" ? settingsAt(check, "full").length : 0), 0);

/** Rejected with where the run was stopped before its end. */
export class Stopped extends Error {
  override readonly name = "AbortError";
}

function runOf<P extends Parameters>(theorem: Theorem<P>, options: CheckOptions): Run {
  const { effort = "full", seed = 1, alpha = 1e-3, settings, signal, onProgress, late } = options;
  const { backend = wasmBackend } = options;
  if (!Number.isSafeInteger(seed)) throw new RangeError(`seed = ${seed} is not a whole number`);
  const stopped = () => signal?.aborted ?? false;
  const step = async () => {
    if (stopped()) throw new Stopped(`the check of ${theorem.id} was stopped`);
    await onProgress?.();
  };
  return {
    effort,
    seed: seedOf(seed, theorem.id),
    alpha: alpha / Math.max(1, settings ?? settingsOf(theorem as Theorem)),
    derived: options.derived ?? new Map(),
    simulate: options.simulate ?? (backend === null ? null : simulateOn(backend, step)),
    stopped,
    late: late ?? (() => false),
    step,
  };
}

function runCheck<P extends Parameters>(theorem: Theorem<P>, check: Check<P>, run: Run): Promise<CheckResult> {
  switch (check.kind) {
    case "routes":
      return checkRoutes(theorem, check, run);
    case "reference":
      return Promise.resolve(checkReference(theorem, check));
    case "simulation":
      return checkSimulation(theorem, check, run);
    case "exact":
      return checkExact(theorem, check, run);
  }
}

function nameOf<P extends Parameters>(check: Check<P>): string {
  switch (check.kind) {
    case "routes":
      return routesName(check);
    case "reference":
      return check.way.name;
    case "simulation":
      return check.name;
    case "exact":
      return "derivation";
  }
}

/** What a check throws is a defect of the theorem object: then there is no verdict about the mathematics. */
async function guarded(
  kind: CheckResult["kind"],
  name: string,
  check: () => Promise<CheckResult>,
): Promise<CheckResult> {
  try {
    return await check();
  } catch (error) {
    if (error instanceof Stopped) throw error;
    const says = error instanceof Error ? error.message : String(error);
    return { kind, name, status: "undecided", why: "unevaluable", says, cases: 0, skips: 0 };
  }
}

function worstOf(checks: readonly CheckResult[]): Margin | undefined {
  const margins = checks.flatMap(({ worst }) => (worst === undefined ? [] : [worst]));
  return margins.reduce<Margin | undefined>(
    (largest, margin) => (largest === undefined || margin.ratio > largest.ratio ? margin : largest),
    undefined,
  );
}

/** One verdict from those of the checks; the first check that decides against the theorem speaks for it. */
function combine(checks: readonly CheckResult[], seed: number): Verdict {
  const speaker =
    checks.find(({ status }) => status === "refuted") ?? checks.find(({ status }) => status === "undecided");
  const sum = (count: (result: CheckResult) => number) => checks.reduce((total, result) => total + count(result), 0);
  const worst = worstOf(checks);
  return Object.freeze({
    status: speaker?.status ?? "holds",
    ...(speaker?.why === undefined ? {} : { why: speaker.why }),
    ...(speaker?.says === undefined ? {} : { says: speaker.says }),
    cases: sum(({ cases }) => cases),
    skips: sum(({ skips }) => skips),
    ...(worst === undefined ? {} : { worst }),
    seed,
    ...(speaker?.counterexample === undefined ? {} : { counterexample: speaker.counterexample }),
    checks: Object.freeze(checks),
  });
}

/**
 * Runs the checks of a theorem, and the refutation of what is printed where that is wrong. It holds when every check holds and
 * the printed claim is refuted; one check that fails refutes it; what cannot be decided is "undecided", never a pass.
 * Throws a RangeError for a seed that is no whole number; rejects with an AbortError where `signal` stops it.
 */
export async function check<P extends Parameters>(theorem: Theorem<P>, options: CheckOptions = {}): Promise<Verdict> {
  const run = runOf(theorem, options);
  const results: CheckResult[] = [];
  for (const each of theorem.checks) {
    await run.step();
    results.push(await guarded(each.kind, nameOf(each), () => runCheck(theorem, each, run)));
  }
  const defect = stepsDefect(theorem);
  if (defect !== null) results.push(defect);
  const { printed } = theorem;
  if (printed !== undefined) {
    results.push(await guarded("printed", "the printed claim", async () => checkPrinted(theorem, printed, run)));
  }
  return combine(results, options.seed ?? 1);
}
