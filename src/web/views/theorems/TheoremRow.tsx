import type { TheoremEntry } from "./entry.js";
import { linkTo } from "./links.js";
import { VerdictMark } from "./VerdictMark.js";
import type { CheckedVerdict } from "./verdicts.js";

interface Props {
  readonly entry: TheoremEntry;
  readonly checked: CheckedVerdict | null;
}

const proofs: Readonly<Record<string, string>> = {
  steps: "derived step by step",
  cited: "proof in the paper",
  open: "no proof written out",
};

/** A theorem in the list. */
export function TheoremRow({ entry, checked }: Props) {
  const { id, title, kind, at, proof, misprinted } = entry;
  return (
    <li>
      <a href={linkTo(id)}>{title}</a> {checked !== null && <VerdictMark verdict={checked.verdict} />}
      <p class="remark">
        <code>{id}</code>: {kind}, {at}; {proofs[proof] ?? proof}
        {misprinted && <>; the paper prints something else</>}
      </p>
    </li>
  );
}
