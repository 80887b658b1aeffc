import { useMemo, useState } from "preact/hooks";
import { rateReport } from "../../../render/rateReport.js";
import { useFields } from "../../address/useFields.js";
import { useTask } from "../../engine/useTask.js";
import { ExportBar } from "../../export/ExportBar.js";
import { Failure } from "../../show/Failure.js";
import { PlotFigure } from "../../show/PlotFigure.js";
import { SheetTable } from "../../show/SheetTable.js";
import { shortText } from "../../show/shortText.js";
import { ActivationDetails } from "../activations/ActivationDetails.js";
import { chosenReport } from "./chosenReport.js";
import { curvesOf, instabilityText } from "./curveOf.js";
import { RatesControls } from "./RatesControls.js";
import { LARGEST, ReachedPanel } from "./ReachedPanel.js";
import { ratesFields } from "./ratesFields.js";
import { type ReachedPoint, ratesPlot } from "./ratesPlot.js";
import { settingOf } from "./setting.js";
import { summaryOf } from "./summary.js";
import { useCurves } from "./useCurves.js";
import { type Reached, useReached } from "./useReached.js";

/** The places in the list at which a network was followed, as points of the picture. */
function reachedPoints(activations: readonly string[], batch: number, { results }: Reached): readonly ReachedPoint[] {
  return activations.flatMap((text, index): ReachedPoint[] => {
    const found = results.find(({ activation }) => activation === text)?.result;
    if (found === undefined) return [];
    const { rate, depthScale, trainableDepth, blocks } = found;
    if (rate === null || depthScale === null || trainableDepth === null) return [];
    return [{ index, batch, result: { rate, depthScale, trainableDepth }, groups: blocks.join(" + ") }];
  });
}

/** Rates against the batch size. */
export function RatesView() {
  const { values, problems, set } = useFields(ratesFields);
  const { activation: activations, batch, quantity, seed } = values;
  const setting = settingOf(values);
  const stream = useCurves({ activations, ...setting });
  const [attempt, setAttempt] = useState(0);
  const { answer, error } = useTask("rates", { activations, ...setting, batches: [batch], attempt });
  const retry = () => {
    setAttempt(attempt + 1);
    stream.retry();
  };
  const chosen = useMemo(
    () => (answer ?? []).flatMap(({ results }, index) => results.map((result) => ({ index, result }))),
    [answer],
  );
  const curves = useMemo(
    () => (stream.question === null ? [] : curvesOf(stream.question, stream.pieces)),
    [stream.question, stream.pieces],
  );

  const results = chosen.map(({ result }) => result);
  const unstable = [
    ...new Set(results.filter(({ stability }) => stability.verdict === "unstable").map((each) => each.activation)),
  ].filter((text) => activations.some((typed) => typed.trim() === text));
  const asked = activations.filter((typed, k) => unstable.includes(typed.trim()) && activations.indexOf(typed) === k);
  const reached = useReached({ activations: asked, batch: Math.min(batch, LARGEST), ...setting, seed });
  const there = batch > LARGEST ? [] : reachedPoints(activations, batch, reached);
  const plot = ratesPlot({ curves, chosen, reached: there, batch, quantity });
  const failure = stream.error ?? error;
  const refused = [...new Set((answer ?? []).map(({ problem }) => problem))].filter((problem) => problem !== "");
  const borders = curves.flatMap((curve) => {
    const said = instabilityText(curve);
    return said === "" ? [] : [`for ${shortText(curve.activation)} ${said}`];
  });

  return (
    <div class="view">
      <RatesControls values={values} problems={problems} set={set} />
      <div class="content">
        {results[0] !== undefined && <p>{summaryOf(results[0])}</p>}
        {failure !== null && <Failure error={failure} onRetry={retry} />}
        {refused.map((problem) => (
          <Failure key={problem} error={new Error(problem)} />
        ))}
        <PlotFigure plot={plot} />
        {borders.length > 0 && (
          <p class="remark">
            BSB1, the state in which all pairs of samples are alike, is unstable {borders.join("; ")}.
          </p>
        )}
        {stream.running && setting.epsilon > 0 && (
          <p class="remark" role="status">
            With epsilon a rate takes longer: the curves become denser while you read ({stream.pieces.length} batch
            sizes).
          </p>
        )}
        {results.length > 0 && (
          <SheetTable sheet={rateReport(results).sheet()} caption={`Numbers at batch size ${batch}`} />
        )}
        <ReachedPanel
          unstable={unstable.map(shortText)}
          batch={batch}
          seed={seed}
          reached={reached}
          onSeed={(next) => set({ seed: next })}
        />
        {results.length > 0 && <ExportBar name="theoria-rates" plots={[plot]} report={chosenReport(results, curves)} />}
        <section class="part" aria-label="The activations">
          {results.map((result, k) => (
            <ActivationDetails
              key={`${k} ${result.activation}`}
              activation={result.activation}
              batch={batch}
              setting={setting}
            />
          ))}
        </section>
      </div>
    </div>
  );
}
