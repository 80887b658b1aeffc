import type { RefObject } from "preact";
import { useMemo } from "preact/hooks";
import { useFields } from "../../address/useFields.js";
import type { TaskState } from "../../engine/useTask.js";
import { ExportBar } from "../../export/ExportBar.js";
import { Failure } from "../../show/Failure.js";
import { Problems } from "../../show/Problems.js";
import type { TheoremEntry } from "./entry.js";
import { filterTheorems } from "./filterTheorems.js";
import { ListControls } from "./ListControls.js";
import { linkTo } from "./links.js";
import { listFields } from "./listFields.js";
import { listReport } from "./listReport.js";
import { RunPanel } from "./RunPanel.js";
import { TheoremRow } from "./TheoremRow.js";
import { type ScrollPlace, useScroll } from "./useScroll.js";
import type { VerdictRun } from "./useVerdicts.js";
import type { CheckedVerdict } from "./verdicts.js";

interface Props {
  readonly list: TaskState<readonly TheoremEntry[]>;
  readonly verdicts: ReadonlyMap<string, CheckedVerdict>;
  readonly run: VerdictRun;
  /** Where the reader was. */
  readonly scroll: RefObject<ScrollPlace | null>;
}

/** All theorems, searched and filtered; those that are listed can be checked together. */
export function TheoremList({ list, verdicts, run, scroll }: Props) {
  const { values, problems, set } = useFields(listFields);
  const { answer, error, retry } = list;
  const { text, area, kind, proof, errata } = values;
  const listed = useMemo(
    () => filterTheorems(answer ?? [], { text, area, kind, proof, misprinted: errata }),
    [answer, text, area, kind, proof, errata],
  );
  const report = useMemo(() => listReport(listed, verdicts), [listed, verdicts]);
  useScroll(scroll, JSON.stringify([text, area, kind, proof, errata]), answer !== null);
  // the progress of a run does not draw it anew
  const rows = useMemo(
    () => (
      <ol class="statements">
        {listed.map((entry) => (
          <TheoremRow key={entry.id} entry={entry} checked={verdicts.get(entry.id) ?? null} />
        ))}
      </ol>
    ),
    [listed, verdicts],
  );
  return (
    <div class="view">
      <form class="controls" onSubmit={(event) => event.preventDefault()}>
        <Problems sentences={problems} />
        <ListControls entries={answer ?? []} values={values} onChange={set} />
      </form>
      <div class="content">
        {error !== null && <Failure error={error} onRetry={retry} />}
        {answer === null && error === null && <p class="waiting">Reading the theorems …</p>}
        {answer !== null && (
          <>
            <p class="remark">
              <output>
                {listed.length} of {answer.length} statements.
              </output>{" "}
              <a href={linkTo("errata")}>What the papers print wrongly</a>
            </p>
            <RunPanel
              ids={listed.map(({ id }) => id)}
              whole={area !== "" && text === "" && kind === "" && proof === "" && !errata ? area : null}
              effort={values.effort}
              seed={values.check}
              run={run}
              verdicts={verdicts}
            />
            {rows}
            <ExportBar name="theoria-theorems" plots={[]} report={report} />
          </>
        )}
      </div>
    </div>
  );
}
