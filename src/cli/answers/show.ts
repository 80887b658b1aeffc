import { theoremJson, theoremText } from "../../render/theoremReport.js";
import { theoremNamed } from "./theoremsNamed.js";

export interface ShowRequest {
  readonly name: string;
  readonly steps: boolean;
  readonly json: boolean;
}

/** The whole output. Throws a UsageError for an unknown name. */
export function answerShow({ name, steps, json }: ShowRequest): string {
  const theorem = theoremNamed(name);
  const proofs = theorem.checks.flatMap((check) => (check.kind === "exact" ? check.proofs : []));
  const derivations = steps ? proofs.map(({ id, prove }) => ({ id, derivation: prove() })) : [];
  return json ? theoremJson({ theorem, derivations }) : theoremText({ theorem, derivations });
}
