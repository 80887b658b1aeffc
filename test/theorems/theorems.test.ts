/** Every theorem gets its verdict: a quick check, the same points and networks at every run. `theoria check --all` takes more. */
import { expect, it } from "vitest";
import { theorems } from "../../src/theorems/index.js";
import { check, settingsOf } from "../../src/verification/check.js";

const settings = theorems.reduce((total, theorem) => total + settingsOf(theorem), 0);

it.each(theorems.map((theorem) => [theorem.id, theorem] as const))("%s holds", async (_, theorem) => {
  const { status, why, says, counterexample } = await check(theorem, { effort: "quick", seed: 1, settings });
  expect({ status, why, says, counterexample }).toEqual({ status: "holds" });
});
