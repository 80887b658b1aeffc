import type { CheckedTheorem } from "../../render/checkReport.js";
import type { Theorem } from "../../theorems/theorem.js";
import { check, settingsOf } from "../../verification/check.js";
import type { Effort } from "../../verification/run.js";
import { progressLine } from "../progressLine.js";
import type { Terminal } from "../terminal.js";
import { everyTheorem, theoremsNamed } from "./theoremsNamed.js";

export interface CheckRequest {
  /** Ids and areas; none: every theorem. */
  readonly names: readonly string[];
  readonly effort: Effort;
  readonly seed: number;
}

export interface CheckAnswer {
  readonly results: readonly CheckedTheorem[];
  /** Fewer results where the user has stopped it. */
  readonly asked: number;
}

const BREATH = 40;
/** Random points of a quick run may take so long, all theorems together; proofs and simulations come on top. */
const QUICK_PATIENCE = 15_000;
const LEAST_PATIENCE = 30;

/** Lets Ctrl-C through now and then. */
function breather(terminal: Terminal): () => Promise<void> {
  let last = terminal.now();
  return async () => {
    if (terminal.now() - last < BREATH) return;
    await terminal.breathe();
    last = terminal.now();
  };
}

/** Each theorem has its share of a quick run's time, and what those before it left over. */
function shares(terminal: Terminal, count: number): (done: number) => () => boolean {
  const start = terminal.now();
  return (done) => {
    const end = Math.max(start + (QUICK_PATIENCE * (done + 1)) / count, terminal.now() + LEAST_PATIENCE);
    return () => terminal.now() > end;
  };
}

/** Checks one theorem after the other; what is finished is kept where the user stops it. Throws a UsageError for names. */
export async function answerCheck({ names, effort, seed }: CheckRequest, terminal: Terminal): Promise<CheckAnswer> {
  const chosen: readonly Theorem[] = names.length === 0 ? everyTheorem : theoremsNamed(names);
  const settings = chosen.reduce((total, theorem) => total + settingsOf(theorem), 0);
  const progress = progressLine(terminal, chosen.length);
  const signal = {
    get aborted() {
      return terminal.interrupted();
    },
  };
  const onProgress = breather(terminal);
  const lateAfter = shares(terminal, chosen.length);
  const results: CheckedTheorem[] = [];
  const derived = new Map();
  try {
    for (const theorem of chosen) {
      const late = effort === "quick" ? lateAfter(results.length) : () => false;
      const verdict = await check(theorem, { effort, seed, settings, derived, signal, onProgress, late });
      results.push({ id: theorem.id, verdict, seed });
      progress.update(results.length);
    }
  } catch (error) {
    if (!(error instanceof Error && error.name === "AbortError")) throw error;
  }
  progress.clear();
  return { results, asked: chosen.length };
}
