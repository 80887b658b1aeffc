import { statusText } from "../../../render/verdictText.js";
import type { Verdict } from "../../../verification/verdict.js";

interface Props {
  readonly verdict: Pick<Verdict, "status" | "why">;
}

const marks = { holds: "✓", refuted: "✗", undecided: "?" };

/** A verdict in a word, with a sign and a colour. */
export function VerdictMark({ verdict }: Props) {
  return (
    <span class={`verdict ${verdict.status}`}>
      <span aria-hidden="true">{marks[verdict.status]}</span> {statusText(verdict)}
    </span>
  );
}
