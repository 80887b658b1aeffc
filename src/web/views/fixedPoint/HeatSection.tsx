import { useMemo } from "preact/hooks";
import type { SpectrumResult } from "../../../theory/batchnorm/results/networkResult.js";
import { ExportBar } from "../../export/ExportBar.js";
import { PlotFigure } from "../../show/PlotFigure.js";
import { SheetTable } from "../../show/SheetTable.js";
import { covarianceReport } from "./covarianceReport.js";
import { heatPlot, orderOf, rangeOf } from "./heatPlot.js";
import { LayerBar } from "./LayerBar.js";
import type { Series } from "./useConvergence.js";

interface Props {
  readonly series: Series;
  readonly spectrum: SpectrumResult;
  readonly fixedPoint: Float64Array;
  readonly width: number;
  readonly layer: number;
  /** Samples in the order of their variances in the last layer. */
  readonly sorted: boolean;
  readonly settled: number | null;
  readonly onGo: (layer: number) => void;
}

/** The covariance at a layer: theory, one network, where theory ends, and BSB1. */
export function HeatSection({ series, spectrum, fixedPoint, width, layer, sorted, settled, onGo }: Props) {
  const { batch, start, sampled, layers } = series;
  const last = layers.length;
  const at = Math.min(layer, last);
  const theory = at === 0 ? start : layers[at - 1]!.covariance;
  const end = layers[last - 1]!.covariance;
  const network = at === 0 ? null : (sampled[at - 1] ?? null);
  const range = useMemo(
    () => rangeOf([...layers.map(({ covariance }) => covariance), fixedPoint]),
    [layers, fixedPoint],
  );
  const order = useMemo(
    () => (sorted ? orderOf(end, batch) : Array.from({ length: batch }, (_, i) => i)),
    [sorted, end, batch],
  );
  const unstable = spectrum.stability.verdict === "unstable";
  const plot = useMemo(
    () =>
      heatPlot({
        ...{ batch, order, range },
        maps: [
          { title: `theory, layer ${at}`, covariance: theory },
          ...(network === null ? [] : [{ title: `one network, layer ${at}`, covariance: network }]),
          { title: settled === null ? `theory, layer ${last}` : `limit, layer ${last}`, covariance: end },
          { title: unstable ? "BSB1, unstable" : "BSB1", covariance: fixedPoint },
        ],
      }),
    [batch, order, range, theory, network, end, fixedPoint, at, last, settled, unstable],
  );
  const report = covarianceReport({ layer: at, batch, width, theory, sampled: network, fixedPoint });
  return (
    <section class="part">
      <h2>Layer by layer</h2>
      <LayerBar layer={at} last={last} onGo={onGo} />
      <PlotFigure plot={plot} widest={1100} />
      <SheetTable sheet={report.sheet()} caption={`The covariance at layer ${at}`} />
      <ExportBar name="theoria-covariance" plots={[plot]} report={report} />
    </section>
  );
}
