/** What the page and its workers say to each other: plain data only. */
import type { TheoryErrorDetails } from "../../errors.js";

export interface Failure {
  readonly message: string;
  /** Of a TheoryError. */
  readonly details: TheoryErrorDetails | null;
}

export type Request =
  | { readonly kind: "run"; readonly id: number; readonly task: string; readonly question: unknown }
  | { readonly kind: "stop"; readonly id: number }
  /** Loads the code of all tasks, so that nothing is fetched later; `extras`: what only some browsers need, too. */
  | { readonly kind: "prepare"; readonly extras: boolean };

export type Reply =
  | { readonly kind: "piece"; readonly id: number; readonly piece: unknown }
  | { readonly kind: "answer"; readonly id: number; readonly answer: unknown }
  | { readonly kind: "stopped"; readonly id: number }
  | { readonly kind: "failed"; readonly id: number; readonly failure: Failure };
