/** The derivations of a theorem, run anew: every step's check is made here. */

import { derivationSources } from "../../../render/derivationSources.js";
import { stepStatus } from "../../../render/derivationSteps.js";
import { texOf } from "../../../symbolic/format/tex.js";
import type { TaskContext } from "../../engine/task.js";
import type { ShownSteps } from "./shownSteps.js";
import { theoremNamed } from "./theoremNamed.js";

type Source = ReturnType<typeof derivationSources>[number];

/** A step that fails is the answer, not an error of the page. */
function run({ id, title, source, prove }: Source): ShownSteps {
  const named = { id, title, source };
  try {
    const { assumptions, steps } = prove();
    return {
      ...named,
      assumptions: assumptions.map(texOf),
      steps: steps.map((step) => ({
        ...{ tex: texOf(step.claim), rule: step.rule, status: stepStatus(step) },
        from: step.from.map((i) => i + 1),
      })),
      problem: "",
    };
  } catch (error) {
    return { ...named, assumptions: [], steps: [], problem: error instanceof Error ? error.message : String(error) };
  }
}

/** One piece a derivation. @throws TheoryError for an id that no theorem has. */
export async function stepsTask(id: string, context: TaskContext<ShownSteps>): Promise<number> {
  const sources = derivationSources(theoremNamed(id));
  for (const source of sources) await context.show(run(source));
  return sources.length;
}
