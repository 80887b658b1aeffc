import type { Proof } from "../../../proofs/proof.js";
import type { Proposition } from "../../symbolic/proposition.js";
import type { Parameters } from "../../theorems/domain.js";
import type { ExactCheck, Theorem } from "../../theorems/theorem.js";
import type { Derived } from "../derived.js";
import type { Run } from "../run.js";
import type { CheckResult } from "../verdict.js";
import { sameStatement } from "./sameStatement.js";

/** Runs every step's check anew; the last step must be the claim. Once a run: a derivation depends on nothing. */
export function rederive(proof: Pick<Proof, "id" | "prove">, claim: Proposition, run: Pick<Run, "derived">): Derived {
  const known = run.derived.get(proof.id);
  if (known !== undefined) return known;
  const derived = derive(proof, claim);
  run.derived.set(proof.id, derived);
  return derived;
}

function derive({ id, prove }: Pick<Proof, "id" | "prove">, claim: Proposition): Derived {
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

const unlinked = (says: string) => ({ status: "undecided", why: "unevaluable", says, cases: 0 }) as const;

/** The derivations in proofs/ that a theorem names, every step of them. One ends in the claim, or the check says how they show it. */
export async function checkExact<P extends Parameters>(
  theorem: Pick<Theorem<P>, "claim" | "printed">,
  { proofs, because }: ExactCheck,
  run: Run,
): Promise<CheckResult> {
  const name = `derivation ${proofs.map(({ id }) => id).join(", ")}`;
  const base = { kind: "exact", name, skips: 0 } as const;
  const ends = proofs.some(({ claim }) => sameStatement(claim, theorem.claim)) || isCorrected(theorem);
  if (because === undefined && !ends) {
    return { ...base, ...unlinked("no derivation ends in the claim, and nothing is said of how they establish it") };
  }
  let [proved, verified] = [0, 0];
  for (const proof of proofs) {
    await run.step();
    const derived = rederive(proof, proof.claim, run);
    if (!derived.sound) return { ...base, status: "refuted", says: derived.says, cases: proved + verified };
    proved += derived.proved;
    verified += derived.verified;
  }
  const rest = verified === 0 ? "" : `, ${verified} verified to 50 digits`;
  const how = because === undefined ? "" : `; ${because}`;
  return { ...base, status: "holds", says: `${plural(proved)} proved${rest}${how}`, cases: proved + verified };
}

/** The erratum of what is printed is derived too, by the check of what is printed. */
const isCorrected = <P extends Parameters>({ claim, printed }: Pick<Theorem<P>, "claim" | "printed">): boolean =>
  printed?.refutation.kind === "exact" && sameStatement(printed.refutation.erratum.corrected, claim);

/** A theorem that names a file of steps has them run: by an exact check, or as the erratum that ends in the claim. */
export function stepsDefect<P extends Parameters>(theorem: Theorem<P>): CheckResult | null {
  const { proof, checks } = theorem;
  if (proof.kind !== "steps" || checks.some(({ kind }) => kind === "exact") || isCorrected(theorem)) return null;
  return { kind: "exact", name: "derivation", skips: 0, ...unlinked(`no check runs the steps of ${proof.file}`) };
}
