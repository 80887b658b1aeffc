import type { Effort } from "../../../verification/run.js";
import { Failure } from "../../show/Failure.js";
import { remainingIds, runSummary } from "./runSummary.js";
import type { VerdictRun } from "./useVerdicts.js";
import type { CheckedVerdict } from "./verdicts.js";

interface Props {
  /** The statements that are listed. */
  readonly ids: readonly string[];
  /** The area, where the list is all of it. */
  readonly whole: string | null;
  readonly effort: Effort;
  readonly seed: number;
  readonly run: VerdictRun;
  readonly verdicts: ReadonlyMap<string, CheckedVerdict>;
}

/** Checks all that is listed, one after the other: progress, stop, and on from there. */
export function RunPanel({ ids, whole, effort, seed, run, verdicts }: Props) {
  const { running, error, question, finished, current } = run;
  const remaining = question === null ? [] : remainingIds(question, finished);
  const start = () => run.start({ ids, effort, seed });
  const resume = () => question !== null && run.resume();
  const of = question?.ids.length ?? 0;
  return (
    <section class="run" aria-label="Checks">
      <div class="actions">
        {running ? (
          <button type="button" onClick={run.stop}>
            Stop
          </button>
        ) : (
          <button type="button" class="primary" disabled={ids.length === 0} onClick={start}>
            {whole === null ? `Check the ${ids.length} listed` : `Check all of ${whole} (${ids.length})`}
          </button>
        )}
        {!running && remaining.length > 0 && (
          <button type="button" onClick={resume}>
            Go on with the other {remaining.length}
          </button>
        )}
      </div>
      {running && (
        <>
          <progress aria-label="Statements checked" max={of} value={finished.length} />
          <p class="remark">
            {finished.length} of {of} checked
            {current !== null && (
              <>
                ; now <code>{current.id}</code>
              </>
            )}
          </p>
        </>
      )}
      {question !== null && <p role="status">{runSummary(question, finished, verdicts, running)}</p>}
      {error !== null && <Failure error={error} onRetry={resume} />}
    </section>
  );
}
