import { useMemo } from "preact/hooks";
import type { LossName } from "../../../theory/landscape/hessian/pointLoss.js";
import type { FieldState } from "../../address/useFields.js";
import { Choice } from "../../controls/Choice.js";
import { Slider } from "../../controls/Slider.js";
import { longEngine } from "../../engine/engines.js";
import { type StreamOptions, useStream } from "../../engine/useStream.js";
import { ExportBar } from "../../export/ExportBar.js";
import { Failure } from "../../show/Failure.js";
import { PlotFigure } from "../../show/PlotFigure.js";
import { SheetTable } from "../../show/SheetTable.js";
import { hessianPlot, hessianReport, hessianSheet } from "./hessianPicture.js";
import type { matricesFields } from "./matricesFields.js";

const options: StreamOptions = { engine: longEngine, enough: (pieces) => pieces >= 1 };

const losses: readonly (readonly [LossName, string])[] = [
  ["hinge", "hinge"],
  ["abs", "absolute"],
  ["squared", "squared"],
  ["logistic", "logistic"],
];

/** Where such matrices come from: Hessians of networks, by depth. They are computed when the panel is open. */
export function HessianPanel({ values, set }: Pick<FieldState<typeof matricesFields>, "values" | "set">) {
  const { hessian, width, layers, data, loss, seed } = values;
  const question = { width, layers, samples: data, loss, seed };
  const { pieces, running, error, retry } = useStream("hessian", hessian ? question : null, options);
  const plot = useMemo(() => hessianPlot(pieces), [pieces]);
  return (
    <details open={hessian} onToggle={({ currentTarget }) => set({ hessian: currentTarget.open })}>
      <summary>Hessians of random networks</summary>
      {hessian && (
        <div class="part">
          <div class="pair">
            <Slider
              {...{ label: "Inputs, and nodes of a layer", value: width, min: 2, max: 12, step: 1 }}
              onChange={(next) => set({ width: next })}
            />
            <Slider
              {...{ label: "Hidden layers at most", value: layers, min: 1, max: 4, step: 1 }}
              onChange={(next) => set({ layers: next })}
            />
            <Slider
              {...{ label: "Data points", value: data, min: 1, max: 500, scale: "log", step: 1 }}
              onChange={(next) => set({ data: next })}
            />
            <Choice label="Loss" value={loss} choices={losses} onChange={(next) => set({ loss: next })} />
          </div>
          {error !== null && <Failure error={error} onRetry={retry} />}
          {running && (
            <p class="waiting" role="status">
              computing …
            </p>
          )}
          {pieces.length > 0 && <PlotFigure plot={plot} />}
          {pieces.length > 0 && <SheetTable sheet={hessianSheet(pieces)} caption={`Hessians, seed ${seed}`} />}
          {pieces.length > 0 && (
            <ExportBar name="theoria-hessian" plots={[plot]} report={hessianReport(question, pieces)} />
          )}
        </div>
      )}
    </details>
  );
}
