import type { TriedErratum } from "./erratum.js";

interface Props {
  readonly tried: Pick<TriedErratum, "refutation" | "problem">;
}

/** Where a printed claim is false, with both of its sides as they have just been computed. */
export function RefutationPanel({ tried: { refutation, problem } }: Props) {
  if (refutation === null) return <p class="verdict undecided">Not confirmed: {problem}</p>;
  const { at, left, right } = refutation;
  return (
    <dl class="sides-of">
      <dt>refuted {at === "" ? "at" : "at the point"}</dt>
      <dd>
        <code>{at === "" ? "its only point" : at}</code>
      </dd>
      <dt>its left side</dt>
      <dd>
        <code>{left}</code>
      </dd>
      <dt>its right side</dt>
      <dd>
        <code>{right}</code>
      </dd>
    </dl>
  );
}
