import * as z from "zod";
import { domainError } from "../../../numeric/domain.js";
import type { WhyStopped } from "../../../theory/alignment/dynamics/guardedFlow.js";
import { real } from "../../schemas.js";

interface Stopped {
  readonly at: number;
  readonly why: WhyStopped;
}

const reasons: Readonly<Record<WhyStopped, string>> = {
  diverging: "there the norms grow without bound",
  large: "there the norms leave the numbers of double precision",
  unfinished: "the equation turns stiff, and the solver came no further",
};

/** The times of a flow from 0 to t. */
export const timesTo = (t: number): readonly number[] => (t === 0 ? [0] : [0, t]);

/** The last state of a flow; a TheoryError where it stopped before t. */
export function reachedState<S>(t: number, states: readonly S[], stopped: Stopped | null): S {
  if (stopped === null) return states.at(-1)!;
  const end = stopped.at > 0 ? `at most about ${Number(stopped.at.toPrecision(4))}` : "an earlier time";
  throw domainError("t", t, `${end}: ${reasons[stopped.why]}`, "Ask for an earlier time.");
}

/** ln(a/b) of two norms; null where there is none. */
export const logRatio = (a: number | undefined, b: number | undefined): number | null =>
  a === undefined || b === undefined || (a === 0 && b === 0) ? null : Math.log(a / b);

/** Of results that a solver makes. */
export const solverFields = {
  error: real.optional().describe("Absolute; only where the solver did not reach its tolerance."),
  converged: z.boolean().optional().describe("False there."),
};

/** Nothing where the solver reached its tolerance, what is known of the error where it did not. */
export const solverNote = ({ error, converged }: { readonly error: number; readonly converged: boolean }) =>
  converged ? {} : { error, converged };
