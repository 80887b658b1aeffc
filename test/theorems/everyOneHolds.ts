import { expect, it } from "vitest";
import { theorems } from "../../src/theorems/index.js";
import type { Theorem } from "../../src/theorems/theorem.js";
import { check, settingsOf } from "../../src/verification/check.js";

const settings = theorems.reduce((total, theorem) => total + settingsOf(theorem), 0);

const derived = new Map();

/** Milliseconds a theorem after which a check is content with eight points; cheap ones take fifty before. */
const SHARE = 100;

/** One test a theorem: its quick check, the same points and networks in the same order at every run. `theoria check --all` takes more. */
export function everyOneHolds(list: readonly Theorem[]): void {
  it("is a list of theorems of the registry", () => {
    expect(list.length).toBeGreaterThan(0);
    expect(theorems).toEqual(expect.arrayContaining([...list]));
  });

  it.each(list.map((theorem) => [theorem.id, theorem] as const))("%s holds", async (_, theorem) => {
    const end = performance.now() + SHARE;
    const options = { effort: "quick", seed: 1, settings, derived, late: () => performance.now() > end } as const;
    const { status, why, says, counterexample } = await check(theorem, options);
    expect({ status, why, says, counterexample }).toEqual({ status: "holds" });
  });
}
