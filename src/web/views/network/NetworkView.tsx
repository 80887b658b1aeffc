import { useMemo, useState } from "preact/hooks";
import { rateReport } from "../../../render/rateReport.js";
import type { DynamicsResult } from "../../../theory/batchnorm/results/dynamicsResult.js";
import { useFields } from "../../address/useFields.js";
import { RunBar } from "../../controls/RunBar.js";
import { useTask } from "../../engine/useTask.js";
import { ExportBar } from "../../export/ExportBar.js";
import { Failure } from "../../show/Failure.js";
import { PlotFigure } from "../../show/PlotFigure.js";
import { SheetTable } from "../../show/SheetTable.js";
import { differencePlot, type GradientPicture, gradientPlot } from "./gradientPlots.js";
import { logOf } from "./logOf.js";
import { NetworkControls } from "./NetworkControls.js";
import { type NetworkValues, networkFields } from "./networkFields.js";
import { networkReport } from "./networkReport.js";
import type { NetworkTheory } from "./networkTheoryTask.js";
import { ReachedPanel } from "./ReachedPanel.js";
import type { SimulatedSetting } from "./setting.js";
import type { Simulated } from "./simulateTask.js";
import { useSimulation } from "./useSimulation.js";

const settingOf = ({ activation, batch, width, depth, epsilon, gamma, beta }: NetworkValues): SimulatedSetting => ({
  ...{ activation, batch, width, depth, epsilon, gamma, beta },
});

function pictureOf(
  { depth, width }: SimulatedSetting,
  theory: NetworkTheory,
  simulated: Simulated | null,
  reached: DynamicsResult | null,
): GradientPicture {
  return {
    ...{ depth, width, logGrowth: theory.logGrowth, stable: theory.result.stability.verdict !== "unstable" },
    reachedGrowth: reached?.rate == null ? null : logOf(reached.rate),
    ...{ profile: simulated?.profile ?? [], samples: simulated?.summary.growth?.meanLog.samples ?? 0 },
  };
}

/** Of a backend before it has answered. */
const usualBackend = (chosen: string): string => (chosen === "wasm" ? "wasm" : "tfjs-webgpu");

function paceText(simulated: Simulated | null): string {
  const milliseconds = simulated?.millisecondsPerSample ?? 0;
  if (!(milliseconds > 0)) return "";
  const pace = 1000 / milliseconds;
  return `, ${pace >= 10 ? Math.round(pace) : pace.toPrecision(2)} a second`;
}

/** Gradients by layer: the theory's line, and random networks that are drawn beside it. */
export function NetworkView() {
  const fields = useFields(networkFields);
  const { values } = fields;
  const setting = settingOf(values);
  const { activation, batch, epsilon, gamma, beta } = setting;
  const found = useTask("networkTheory", { activation, batch, epsilon, gamma, beta });
  const goal = values.endless ? null : values.networks;
  const { seed, backend } = values;
  const valid = found.error === null;
  const run = useSimulation(valid ? { network: setting, seed, backend, goal } : null);
  const [reached, setReached] = useState<DynamicsResult | null>(null);
  const theory = valid ? found.answer : null;
  const unstable = theory?.result.stability.verdict === "unstable";
  const { state: simulated } = run;
  const picture = useMemo(
    () => (theory === null ? null : pictureOf(setting, theory, simulated, unstable ? reached : null)),
    [theory, simulated, reached, setting.depth, setting.width],
  );
  const plots = useMemo(() => {
    if (picture === null) return [];
    const difference = differencePlot(picture);
    return [gradientPlot(picture), ...(difference === null ? [] : [difference])];
  }, [picture]);
  const report = theory === null || simulated === null ? null : networkReport(setting, seed, theory, simulated);
  const rates = theory === null ? null : rateReport([theory.result]);
  return (
    <div class="view">
      <NetworkControls {...fields} />
      <div class="content">
        {found.error !== null && <Failure error={found.error} onRetry={found.retry} />}
        {valid && (
          <RunBar
            {...{ run, goal, things: "networks" }}
            drawn={simulated?.summary.samples ?? 0}
            note={`${paceText(simulated)}, backend ${simulated?.backend ?? usualBackend(backend)}`}
          />
        )}
        {run.error !== null && <Failure error={run.error} onRetry={run.resume} />}
        {unstable && (
          <div class="warning part">
            <p>
              BSB1 is unstable here: simulated networks leave the theory's line, since their batches do not stay at the
              symmetric fixed point that it belongs to.
            </p>
            <ReachedPanel setting={{ activation, batch, epsilon, gamma, beta }} seed={1} onFound={setReached} />
          </div>
        )}
        <div class="pair">
          {plots.map((plot) => (
            <PlotFigure key={plot.title} plot={plot} />
          ))}
        </div>
        {report !== null && <SheetTable sheet={report.sheet()} caption="Growth of the squared gradient, a layer" />}
        {rates !== null && <SheetTable sheet={rates.sheet()} caption="Theory, at infinite width" />}
        {rates !== null && <ExportBar name="theoria-network" plots={plots} report={report ?? rates} />}
      </div>
    </div>
  );
}
