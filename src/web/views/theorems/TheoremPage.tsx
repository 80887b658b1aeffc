import { useTask } from "../../engine/useTask.js";
import { Failure } from "../../show/Failure.js";
import { linkTo } from "./links.js";
import { StatementPage } from "./StatementPage.js";
import type { CheckedVerdict } from "./verdicts.js";

interface Props {
  readonly id: string;
  /** The verdict of an earlier check. */
  readonly known: CheckedVerdict | null;
  onVerdict(checked: CheckedVerdict): void;
}

/** The page of a theorem, once the engine has told what it is. */
export function TheoremPage({ id, known, onVerdict }: Props) {
  const { answer, error, retry } = useTask("statement", id);
  return (
    <>
      <nav class="crumbs" aria-label="Theorems">
        <a href={linkTo("")}>All theorems</a> <a href={linkTo("errata")}>Errata</a>
      </nav>
      {error !== null && <Failure error={error} onRetry={retry} />}
      {answer === null && error === null && <p class="waiting">Reading the theorem …</p>}
      {answer !== null && <StatementPage statement={answer} known={known} onVerdict={onVerdict} />}
    </>
  );
}
