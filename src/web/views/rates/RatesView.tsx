import { rateReport } from "../../../render/rateReport.js";
import { numberField, textsField } from "../../address/field.js";
import { useFields } from "../../address/useFields.js";
import { ActivationField } from "../../controls/ActivationField.js";
import { Slider } from "../../controls/Slider.js";
import { useTask } from "../../engine/useTask.js";
import { ExportBar } from "../../export/ExportBar.js";
import { Failure } from "../../show/Failure.js";
import { PlotFigure } from "../../show/PlotFigure.js";
import { Problems } from "../../show/Problems.js";
import { SheetTable } from "../../show/SheetTable.js";
import { ratesPlot } from "./ratesPlot.js";

const MOST = 12;
const fields = {
  activation: textsField(["tanh", "relu", "gelu"], MOST),
  batch: numberField(64, { min: 4, max: 1e6, integer: true }),
};

/** 4 to 1e6, evenly on a logarithmic axis. */
const batches = [...new Set(Array.from({ length: 41 }, (_, k) => Math.round(4 * 250_000 ** (k / 40))))];

/** Rates against the batch size. */
export function RatesView() {
  const { values, problems, set } = useFields(fields);
  const setup = { activations: values.activation, epsilon: 0, gamma: 1, beta: 0 };
  const curves = useTask("rates", { ...setup, batches: [...batches, Infinity] });
  const chosen = useTask("rates", { ...setup, batches: [values.batch] });
  const plot = curves.answer === null ? null : ratesPlot(curves.answer, values.batch);
  const results = chosen.answer?.flatMap((each) => each.results) ?? [];
  const replace = (k: number, text: string) => values.activation.map((old, j) => (j === k ? text : old));
  return (
    <div class="view">
      <form class="controls" onSubmit={(event) => event.preventDefault()}>
        <Problems sentences={problems} />
        {values.activation.map((text, k) => (
          <ActivationField
            key={k}
            label={`Activation ${k + 1}`}
            value={text}
            onChange={(next) => set({ activation: replace(k, next) })}
            onRemove={() => set({ activation: values.activation.filter((_, j) => j !== k) })}
          />
        ))}
        {values.activation.length < MOST && (
          <button type="button" onClick={() => set({ activation: [...values.activation, "silu"] })}>
            Add an activation
          </button>
        )}
        <Slider
          label="Batch size"
          value={values.batch}
          min={4}
          max={1e6}
          scale="log"
          step={1}
          onChange={(batch) => set({ batch })}
        />
      </form>
      <div class="content">
        {curves.error !== null && <Failure error={curves.error} />}
        {plot !== null && <PlotFigure plot={plot} />}
        {results.length > 0 && (
          <SheetTable sheet={rateReport(results).sheet()} caption={`Batch size ${values.batch}`} />
        )}
        {plot !== null && <ExportBar name="theoria-rates" plots={[plot]} report={rateReport(results)} />}
      </div>
    </div>
  );
}
