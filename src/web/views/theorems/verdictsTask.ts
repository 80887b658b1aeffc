/** Runs `check` on theorems, one after the other, and tells how far it is. */
import type { Check, Theorem } from "../../../theorems/theorem.js";
import { check, settingsOf } from "../../../verification/check.js";
import type { Derived } from "../../../verification/derived.js";
import type { Effort } from "../../../verification/run.js";
import type { TaskContext } from "../../engine/task.js";
import { theoremNamed } from "./theoremNamed.js";
import type { VerdictPiece, VerdictsQuestion } from "./verdicts.js";

const POINTS = 200;
const QUICK = 1 / 4;
/** How often the page hears, and a stop is heard. Milliseconds. */
const BREATH = 40;

/** Calls of `onProgress` to be expected, but for simulated networks: their number follows from a pilot. */
function expectedOf(each: Check<never>, effort: Effort): number {
  if (each.kind === "routes") return Math.ceil((effort === "quick" ? QUICK : 1) * (each.cases?.count ?? POINTS)) + 1;
  return each.kind === "exact" ? each.proofs.length + 1 : 1;
}

async function checkOne(
  theorem: Theorem,
  { effort, seed, settings }: VerdictsQuestion & { readonly settings: number },
  derived: Map<string, Derived>,
  { show }: TaskContext<VerdictPiece>,
): Promise<void> {
  const { id, checks } = theorem;
  const expected = checks.reduce((sum, each) => sum + expectedOf(each as Check<never>, effort), 0);
  const start = performance.now();
  let [done, last] = [0, start];
  await show({ kind: "progress", id, done, expected });
  const onProgress = async () => {
    done += 1;
    if (performance.now() - last < BREATH) return;
    await show({ kind: "progress", id, done, expected: Math.max(done, expected) });
    last = performance.now();
  };
  const verdict = await check(theorem, { effort, seed, settings, derived, onProgress });
  const seconds = (performance.now() - start) / 1000;
  await show({ kind: "verdict", checked: { id, verdict, effort, seed, seconds } });
}

/**
 * The verdicts of `check` with this effort and seed; the command line, which gives a quick run of many theorems little time,
 * may look at fewer points. @throws TheoryError for an unknown id.
 */
export async function verdictsTask(question: VerdictsQuestion, context: TaskContext<VerdictPiece>): Promise<number> {
  const chosen = question.ids.map(theoremNamed);
  const settings = (question.among ?? question.ids)
    .map(theoremNamed)
    .reduce((total, theorem) => total + settingsOf(theorem), 0);
  const derived = new Map<string, Derived>();
  for (const theorem of chosen) await checkOne(theorem, { ...question, settings }, derived, context);
  return chosen.length;
}
