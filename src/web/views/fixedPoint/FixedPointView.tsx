import { useMemo } from "preact/hooks";
import { spectrumReport } from "../../../render/spectrumReport.js";
import type { SpectrumResult } from "../../../theory/batchnorm/results/networkResult.js";
import { useFields } from "../../address/useFields.js";
import { useTask } from "../../engine/useTask.js";
import { ExportBar } from "../../export/ExportBar.js";
import { Failure } from "../../show/Failure.js";
import { PlotFigure } from "../../show/PlotFigure.js";
import { SheetTable } from "../../show/SheetTable.js";
import { ReachedPanel } from "../network/ReachedPanel.js";
import type { NetworkSetting } from "../network/setting.js";
import { FixedPointControls } from "./FixedPointControls.js";
import { type FixedPointValues, fixedPointFields } from "./fixedPointFields.js";
import { HeatSection } from "./HeatSection.js";
import { LARGEST_ALPHA, powerOf } from "./power.js";
import { distancePlot, eigenvaluePlot, transitionPlot } from "./spectrumPlots.js";
import { useConvergence } from "./useConvergence.js";
import { useData } from "./useData.js";

const settingOf = (
  { family, activation, alpha, epsilon, gamma, beta }: FixedPointValues,
  batch: number,
): NetworkSetting => ({
  ...{ activation: family === "own" ? activation : powerOf(alpha), batch, epsilon, gamma, beta },
});

/** BSB1 as a covariance: q on the diagonal, q c off it. */
function covarianceOf({ fixedPoint: { q, c }, batch }: SpectrumResult): Float64Array {
  const off = q.value * c.value;
  return Float64Array.from({ length: batch * batch }, (_, k) => (k % (batch + 1) === 0 ? q.value : off));
}

/** The symmetric fixed point of a network: how batches come to it or leave it, and its eigenvalues. */
export function FixedPointView() {
  const fields = useFields(fixedPointFields);
  const { values, set } = fields;
  const data = useData(values, set);
  const { start } = data;
  const batch = start === null ? values.batch : start.kind === "random" ? start.batch : start.rows.length;
  const setting = settingOf(values, batch);
  const found = useTask("spectrum", setting);
  const valid = found.error === null;
  const power = values.family === "power";
  const plain = values.epsilon === 0 && values.beta === 0;
  const curve = useTask("transition", power && plain ? batch : null);
  const { layers, width, seed } = values;
  const way = useConvergence(valid && start !== null ? { setting, start, layers, width, seed } : null);
  const spectrum = valid ? found.answer : null;
  const fixedPoint = useMemo(() => (spectrum === null ? null : covarianceOf(spectrum)), [spectrum]);
  const { series } = way;
  const shown = series !== null && spectrum !== null && series.batch === spectrum.batch ? series : null;
  const plots = useMemo(() => {
    if (spectrum === null || fixedPoint === null) return [];
    const eigenvalues = eigenvaluePlot(spectrum);
    if (shown === null) return [eigenvalues];
    const layer = Math.min(values.layer, shown.layers.length);
    const theory = [shown.start, ...shown.layers.map(({ covariance }) => covariance)];
    return [distancePlot({ fixedPoint, theory, sampled: shown.sampled, width, layer }), eigenvalues];
  }, [spectrum, fixedPoint, shown, width, values.layer]);
  const transition = power && plain && curve.answer !== null ? transitionPlot(curve.answer, values.alpha) : null;
  const critical = transition === null ? null : (curve.answer?.transition.alpha?.value ?? null);
  const all = transition === null ? plots : [...plots, transition];
  const report = spectrum === null ? null : spectrumReport([spectrum]);
  return (
    <div class="view">
      <FixedPointControls {...fields} data={data.text} dataProblem={data.problem} onData={data.change} />
      <div class="content">
        {found.error !== null && <Failure error={found.error} onRetry={found.retry} />}
        {way.error !== null && <Failure error={way.error} onRetry={way.restart} />}
        {data.unlinked && <p class="remark">These numbers are too many for the address: a link does not hold them.</p>}
        {way.running && (
          <div class="actions">
            <button type="button" onClick={way.stop}>
              Stop
            </button>
            <span class="run-state">
              layer {series?.layers.length ?? 0} of {layers}
            </span>
          </div>
        )}
        {spectrum?.stability.verdict === "unstable" && (
          <div class="warning part">
            <p>BSB1 is unstable here: batches leave it, and part into groups as the layers go by.</p>
            <ReachedPanel setting={setting} seed={1} onFound={() => {}} />
          </div>
        )}
        {shown !== null && shown.layers.length > 0 && spectrum !== null && fixedPoint !== null && (
          <HeatSection
            {...{ series: shown, spectrum, fixedPoint, width, layer: values.layer, sorted: values.sorted }}
            settled={way.settled}
            onGo={(layer) => set({ layer })}
          />
        )}
        {report !== null && (
          <section class="part">
            <h2>The fixed point</h2>
            <div class="pair">
              {all.map((plot) => (
                <PlotFigure key={plot.title} plot={plot} />
              ))}
            </div>
            {critical !== null && (
              <div class="actions">
                {[0.9, 1.2].map((factor) => (
                  <button
                    key={factor}
                    type="button"
                    onClick={() =>
                      set({
                        alpha: Math.min(LARGEST_ALPHA, Number((factor * critical).toFixed(2))),
                        layers: 200,
                        layer: 200,
                      })
                    }
                  >
                    The limit {factor < 1 ? "below" : "above"} alpha_c
                  </button>
                ))}
              </div>
            )}
            <SheetTable sheet={report.sheet()} caption="q, c, mu and the eigenvalues at BSB1, with their errors" />
            <ExportBar name="theoria-fixed-point" plots={all} report={report} />
          </section>
        )}
      </div>
    </div>
  );
}
