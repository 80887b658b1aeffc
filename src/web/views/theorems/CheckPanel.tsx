import type { Effort } from "../../../verification/run.js";
import { ExportBar } from "../../export/ExportBar.js";
import { Failure } from "../../show/Failure.js";
import { fileName } from "./StatementPanel.js";
import type { Statement } from "./statement.js";
import { useVerdicts } from "./useVerdicts.js";
import { VerdictPanel } from "./VerdictPanel.js";
import { verdictReport } from "./verdictReport.js";
import type { CheckedVerdict } from "./verdicts.js";

interface Props {
  readonly statement: Statement;
  readonly effort: Effort;
  readonly seed: number;
  readonly known: CheckedVerdict | null;
  onVerdict(checked: CheckedVerdict): void;
}

/** The theorem's own checks, run here: random points, derivations, simulated networks, what is printed wrongly. */
export function CheckPanel({ statement, effort, seed, known, onVerdict }: Props) {
  const { running, error, current, start, stop } = useVerdicts(onVerdict);
  const run = () => start({ ids: [statement.id], effort, seed });
  return (
    <section aria-labelledby="check">
      <h2 id="check">Check</h2>
      <ul>
        {statement.checks.map((text) => (
          <li key={text}>{text}</li>
        ))}
        {statement.erratum !== null && <li>what is printed: refuted at its point</li>}
      </ul>
      <div class="actions">
        {running ? (
          <button type="button" onClick={stop}>
            Stop
          </button>
        ) : (
          <button type="button" class="primary" onClick={run}>
            Check now
          </button>
        )}
      </div>
      {running && (
        <>
          <progress aria-label="Points, settings and proofs" max={current?.expected ?? 1} value={current?.done ?? 0} />
          <p class="remark">
            {current === null
              ? "waiting for the engine"
              : `${current.done} of about ${current.expected} points and proofs`}
          </p>
        </>
      )}
      {error !== null && <Failure error={error} onRetry={run} />}
      {!running && known !== null && (
        <>
          <VerdictPanel checked={known} />
          <ExportBar name={`${fileName(statement.id)}-verdict`} plots={[]} report={verdictReport(known)} />
        </>
      )}
    </section>
  );
}
