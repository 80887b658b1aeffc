import type { Proof } from "../../../proofs/proof.js";
import type { Proposition } from "../../symbolic/proposition.js";
import type { ExactCheck } from "../../theorems/theorem.js";
import type { Run } from "../run.js";
import type { CheckResult } from "../verdict.js";
import { sameStatement } from "./sameStatement.js";

/** How many steps a derivation has of each kind, or what is wrong with it. */
export type Derived =
  | { readonly sound: true; readonly proved: number; readonly verified: number }
  | { readonly sound: false; readonly says: string };

/** Runs every step's check anew; the last step must be the claim. */
export function rederive({ id, prove }: Pick<Proof, "id" | "prove">, claim: Proposition): Derived {
  try {
    const { steps } = prove();
    const last = steps.at(-1);
    if (last === undefined || !sameStatement(last.claim, claim)) {
      return { sound: false, says: `the derivation ${id} does not end in its claim` };
    }
    const proved = steps.filter(({ status }) => status === "proved").length;
    return { sound: true, proved, verified: steps.length - proved };
  } catch (error) {
    const says = error instanceof Error ? error.message : String(error);
    return { sound: false, says: `the derivation ${id} fails: ${says}` };
  }
}

const plural = (count: number) => `${count} ${count === 1 ? "step" : "steps"}`;

/** The derivations in proofs/ that a theorem names, every step of them. */
export async function checkExact({ proofs }: ExactCheck, run: Run): Promise<CheckResult> {
  const name = `derivation ${proofs.map(({ id }) => id).join(", ")}`;
  const base = { kind: "exact", name, skips: 0 } as const;
  let [proved, verified] = [0, 0];
  for (const proof of proofs) {
    await run.step();
    const derived = rederive(proof, proof.claim);
    if (!derived.sound) return { ...base, status: "refuted", says: derived.says, cases: proved + verified };
    proved += derived.proved;
    verified += derived.verified;
  }
  const rest = verified === 0 ? "" : `, ${verified} verified to 50 digits`;
  return { ...base, status: "holds", says: `${plural(proved)} proved${rest}`, cases: proved + verified };
}
