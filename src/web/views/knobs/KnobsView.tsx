import { useMemo } from "preact/hooks";
import type { Point } from "../../../experiments/plot.js";
import { rateReport } from "../../../render/rateReport.js";
import { writeAddress } from "../../address/address.js";
import { go } from "../../address/location.js";
import { useFields } from "../../address/useFields.js";
import { ExportBar } from "../../export/ExportBar.js";
import { Failure } from "../../show/Failure.js";
import { PlotFigure } from "../../show/PlotFigure.js";
import { SheetTable } from "../../show/SheetTable.js";
import { cutPlot } from "./cutPlot.js";
import { KnobsControls } from "./KnobsControls.js";
import { KnobsProgress } from "./KnobsProgress.js";
import { type KnobAxis, knobScale, knobValue, nearestPlace } from "./knob.js";
import { knobGrid, lineThrough, nearestCell } from "./knobGrid.js";
import { knobHint } from "./knobHint.js";
import { knobPlot } from "./knobPlot.js";
import { axisOf, axisProblem, type KnobsFields, knobsFields } from "./knobsFields.js";
import { knobsReport } from "./knobsReport.js";
import { ratesAddress } from "./ratesAddress.js";
import { type KnobsAsked, useKnobs } from "./useKnobs.js";

/** Only what is on no axis makes another question. */
function questionOf(values: KnobsFields): KnobsAsked {
  const { activation, x, y, epsilon, gamma, beta, batch, variance } = values;
  const held = { epsilon, gamma, beta, batch };
  const axes = y === "none" ? [x] : [x, y];
  const at = { ...held, ...Object.fromEntries(axes.map((knob) => [knob, values[`${knob}From`]])) };
  return {
    ...{ activation: activation.trim(), x: axisOf(values, x), y: y === "none" ? null : axisOf(values, y) },
    ...{ at, weightVariance: variance },
  };
}

/** The value that a place of the picture stands for. */
const valueAt = (axis: KnobAxis, place: number): number =>
  knobValue(axis, nearestPlace(axis, knobScale[axis.knob] === "log" ? 10 ** place : place));

/** Epsilon, gamma, beta and batch size against each other. */
export function KnobsView() {
  const { values, problems, set } = useFields(knobsFields);
  const problem = axisProblem(values);
  const knobs = useKnobs(problem === "" && values.activation.trim() !== "" ? questionOf(values) : null);
  const { question, pieces } = knobs;
  const grid = useMemo(() => (question === null ? null : knobGrid(question.x, question.y, pieces)), [pieces]);
  const { quantity } = values;
  const main = useMemo(
    () =>
      grid?.y == null || question === null
        ? null
        : knobPlot({ activation: question.activation, grid, quantity, at: values }),
    [grid, quantity, values],
  );
  const chosen = grid === null ? null : nearestCell(grid, values);
  const lines = grid === null || chosen === null ? [] : linesOf();
  const plots = [...(main === null ? [] : [main]), ...lines.map(({ plot }) => plot)];

  function linesOf() {
    const { x, y } = grid!;
    const axes = [[x, "x", chosen!.j] as const, ...(y === null ? [] : [[y, "y", chosen!.i] as const])];
    return axes.map(([axis, along, at]) => {
      const results = lineThrough(grid!, along, at);
      const cut = { activation: question!.activation, axis, results, quantity, at: values[axis.knob] };
      return { axis, results, plot: cutPlot(cut) };
    });
  }
  const pick = ([x, y]: Point) => {
    const { x: across, y: upwards } = grid!;
    const picked = {
      [across.knob]: valueAt(across, x),
      ...(upwards !== null && { [upwards.knob]: valueAt(upwards, y) }),
    };
    set(picked);
  };
  // while the finer grid is on its way, the nearest point may be far from what the sliders say
  const arrived =
    grid !== null &&
    chosen !== null &&
    chosen.i === nearestPlace(grid.x, values[grid.x.knob]) &&
    (grid.y === null || chosen.j === nearestPlace(grid.y, values[grid.y.knob]));
  const link = chosen?.result == null ? null : ratesAddress(chosen.result);

  return (
    <div class="view">
      <KnobsControls values={values} problems={problems} set={set} />
      <div class="content">
        <p>
          Each point of the picture is a network of its own. Epsilon, gamma and beta change how fast its gradients
          explode; a large epsilon stops the explosion, and the samples of a batch may then become alike.
        </p>
        {problem !== "" && <Failure error={new Error(problem)} />}
        {knobs.error !== null && <Failure error={knobs.error} onRetry={knobs.retry} />}
        <KnobsProgress grid={grid} knobs={knobs} />
        {main !== null && <PlotFigure plot={main} onPick={pick} />}
        {(grid?.problems ?? []).map((said) => (
          <Failure key={said} error={new Error(said)} />
        ))}
        {chosen?.result != null && grid !== null && link !== null && (
          <p>
            {arrived ? "Chosen" : "Nearest point so far"}:{" "}
            {knobHint(chosen.result, grid.y === null ? [grid.x.knob] : [grid.x.knob, grid.y.knob])}.{" "}
            <a
              href={writeAddress(link)}
              onClick={(event) => {
                event.preventDefault();
                go(link);
              }}
            >
              Open Rates at this point
            </a>
          </p>
        )}
        <div class={lines.length > 1 ? "pair" : "part"}>
          {lines.map(({ axis, plot }) => (
            <PlotFigure key={axis.knob} plot={plot} />
          ))}
        </div>
        {lines.map(({ axis, results }) => (
          <details key={axis.knob} open={lines.length === 1}>
            <summary>Numbers along {axis.knob}, through the chosen point</summary>
            <SheetTable sheet={rateReport(results).sheet()} caption={`Along ${axis.knob}`} />
          </details>
        ))}
        {grid !== null && (
          <ExportBar name="theoria-knobs" plots={plots} report={knobsReport(grid, lines[0]?.results ?? [])} />
        )}
      </div>
    </div>
  );
}
