import { useMemo, useState } from "preact/hooks";
import { MATCHED } from "../../../experiments/alignment/matched.js";
import { showNumber } from "../../../render/number.js";
import { useFields } from "../../address/useFields.js";
import { EpochBar } from "../../controls/EpochBar.js";
import { ExportBar } from "../../export/ExportBar.js";
import { Failure } from "../../show/Failure.js";
import { PlotFigure } from "../../show/PlotFigure.js";
import { SheetTable } from "../../show/SheetTable.js";
import { linkTo } from "../theorems/links.js";
import { bestStudents, placesOf } from "./correlation.js";
import { bestPlot, learnedPlot, lossPlot } from "./curvePlots.js";
import type { MoveRecord } from "./moveStudentsTask.js";
import { planePlot } from "./planePlot.js";
import { TeachersControls } from "./TeachersControls.js";
import { settingOf, teachersFields } from "./teachersFields.js";
import { farthest, studentSheet, teacherSheet, teachersReport } from "./teachersReport.js";
import { useMoves } from "./useMoves.js";

/** The last moment that is not after the step. */
const placeAt = (records: readonly MoveRecord[], step: number): number =>
  Math.max(0, records.filter((record) => record.step <= step).length - 1);

function Summary({ record }: { readonly record: MoveRecord }) {
  const { step, trained, flow, gradient } = record;
  const found = bestStudents(trained.angles).filter(({ correlation }) => correlation > MATCHED).length;
  const spare = placesOf(trained.angles).filter((place) => place === null).length;
  const theory = flow === null ? "theory's solver gave up here" : `theory ${showNumber(flow.loss, 3)}`;
  const gap = farthest(record);
  return (
    <p>
      After {step} steps, {found} of {record.teacher.W.length} teachers have a student with a correlation above{" "}
      {MATCHED}, and {spare} of {trained.W.length} students are with no teacher. Loss {showNumber(trained.loss, 3)} (
      {theory}); length of the gradient {showNumber(gradient, 2)}
      {gap === null ? "" : `; no weight is farther from theory's than ${showNumber(gap, 2)}`}.
    </p>
  );
}

/** Students moving to their teachers. */
export function TeachersView() {
  const fields = useFields(teachersFields);
  const { values, set } = fields;
  const { steps, flow } = values;
  const [paused, setPaused] = useState(false);
  const [playing, setPlaying] = useState(false);
  const setting = settingOf(values);
  const { records, running, done, divergedAt, error, restart, resume } = useMoves(setting, paused);
  const at = placeAt(records, values.step);
  const record = records[at];
  const plots = useMemo(() => {
    if (records.length === 0) return [];
    const shown = { records, at, flow };
    return [planePlot(shown), lossPlot(shown, steps), learnedPlot(shown, steps), bestPlot(shown, steps)];
  }, [records, at, flow, steps]);

  return (
    <div class="view">
      <TeachersControls {...fields} />
      <div class="content">
        <p>
          A student network learns the outputs of a teacher network from Gaussian inputs in the plane. Both have one
          layer of ReLU nodes without biases. Students start near 0, turn to teachers and grow there, usually on strong
          teachers first. Where there are more students than teachers, some share a teacher, and some stay with none.
        </p>
        <EpochBar
          {...{ epochs: records.map(({ step }) => step), epoch: record?.step ?? 0, goal: steps, unit: "step" }}
          {...{ running, paused, done, playing }}
          onEpoch={(step) => set({ step })}
          onPlay={setPlaying}
          onPause={setPaused}
          onRestart={() => {
            setPaused(false);
            set({ step: Infinity });
            restart();
          }}
        />
        {error !== null && <Failure error={error} onRetry={resume} />}
        {divergedAt !== null && (
          <p class="remark">The weights left all bounds at step {divergedAt}: try a smaller learning rate.</p>
        )}
        {record !== undefined && (
          <>
            <Summary record={record} />
            <div class="pair">
              {plots.map((plot, k) => (
                <PlotFigure key={k} plot={plot} />
              ))}
            </div>
            <p class="remark">
              Theory is the gradient flow of the whole population of inputs, an ordinary differential equation, from the
              same start: step t stands beside the flow at time t times the learning rate. Where the gradient vanishes,
              teachers that are observed have a student on their boundary, active on either side of it (
              <a href={linkTo("alignment/theorem-2")}>Theorem 2</a>), and students with no teacher can be pruned (
              <a href={linkTo("alignment/theorem-3")}>Theorem 3</a>).
            </p>
            <SheetTable sheet={teacherSheet(record)} caption={`Teachers at step ${record.step}, seed ${values.seed}`} />
            <SheetTable sheet={studentSheet(record)} caption={`Students at step ${record.step}`} />
            <ExportBar name="theoria-teachers" plots={plots} report={teachersReport(records, at, setting)} />
          </>
        )}
      </div>
    </div>
  );
}
