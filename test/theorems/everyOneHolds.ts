import { expect, it } from "vitest";
import { theorems } from "../../src/theorems/index.js";
import type { Theorem } from "../../src/theorems/theorem.js";
import { check, settingsOf } from "../../src/verification/check.js";

const settings = theorems.reduce((total, theorem) => total + settingsOf(theorem), 0);

const derived = new Map();

/** One test a theorem: its quick check with eight points, the same points and networks at every run. `theoria check --all` takes more. */
export function everyOneHolds(list: readonly Theorem[]): void {
  it("is a list of theorems of the registry", () => {
    expect(list.length).toBeGreaterThan(0);
    expect(theorems).toEqual(expect.arrayContaining([...list]));
  });

  it.each(list.map((theorem) => [theorem.id, theorem] as const))("%s holds", async (_, theorem) => {
    const options = { effort: "quick", seed: 1, settings, derived, late: () => true } as const;
    const { status, why, says, counterexample } = await check(theorem, options);
    expect({ status, why, says, counterexample }).toEqual({ status: "holds" });
  });
}
