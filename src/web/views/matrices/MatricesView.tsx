import { useMemo } from "preact/hooks";
import { useFields } from "../../address/useFields.js";
import { RunBar } from "../../controls/RunBar.js";
import { longEngine, quickEngine } from "../../engine/engines.js";
import { type StreamOptions, useStream } from "../../engine/useStream.js";
import { ExportBar } from "../../export/ExportBar.js";
import { Failure } from "../../show/Failure.js";
import { PlotFigure } from "../../show/PlotFigure.js";
import { SheetTable } from "../../show/SheetTable.js";
import { HessianPanel } from "./HessianPanel.js";
import { ensembleWords, MatricesControls } from "./MatricesControls.js";
import { ensembleOf, matricesFields } from "./matricesFields.js";
import { densityPlot, differencePlot } from "./matricesPlots.js";
import { distanceText, matricesReport, momentsSheet, spectrumSheet } from "./matricesReport.js";
import type { DensityPoint } from "./spectralTheory.js";
import { useEigenvalues } from "./useEigenvalues.js";

/** A rough density is enough to be shown while a slider moves. */
const quick: StreamOptions = { engine: quickEngine, enough: (pieces) => pieces >= 1 };
const whole: StreamOptions = { engine: longEngine, enough: (pieces) => pieces >= 1 };

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The energies of the line, and those at the edges of bands where they are known. */
const joined = (line: readonly DensityPoint[], edges: readonly DensityPoint[]): readonly DensityPoint[] =>
  [...line, ...edges].sort((a, b) => a.energy - b.energy);

/** Densities of random matrices by the matrix Dyson equation, beside eigenvalues of sampled ones. */
export function MatricesView() {
  const fields = useFields(matricesFields);
  const { values } = fields;
  const { size, samples, seed } = values;
  const ensemble = ensembleOf(values);
  const stream = useStream("dyson", ensemble, quick);
  const theory = useStream("wholeSpectrum", { ensemble, size }, whole);
  const known = stream.error === null && same(theory.question, { ensemble, size }) ? (theory.pieces[0] ?? null) : null;
  const sampling = useEigenvalues(known === null ? null : { ensemble, size, samples, seed, expected: known.expected });
  const { state: sampled } = sampling;
  // the line may still be that of the knobs before
  const spectrum = same(stream.question, ensemble) ? known : null;
  const line = stream.pieces.at(-1);
  const points = useMemo(() => joined(line ?? [], spectrum?.points ?? []), [line, spectrum]);
  const name = ensembleWords[stream.question?.kind ?? ensemble.kind];
  const plots = useMemo(() => {
    const picture = {
      ...{ name, points, sampled, size },
      ...{ bands: spectrum?.bands ?? [], atoms: spectrum?.atoms ?? [] },
    };
    const difference = differencePlot(picture);
    return [densityPlot(picture), ...(difference === null ? [] : [difference])];
  }, [name, points, spectrum, sampled, size]);
  const fails = ensemble.kind === "centred-wishart";
  return (
    <div class="view">
      <MatricesControls {...fields} />
      <div class="content">
        <p>
          The eigenvalues of a large random matrix fill a fixed curve, which the matrix Dyson equation gives from the
          mean and the covariance of the entries. Matrices of finite size are drawn beside it.
          {fails && " Here they do not follow it: entries of X X^T/n are uncorrelated, but far from independent."}
        </p>
        {stream.error !== null && <Failure error={stream.error} onRetry={stream.retry} />}
        <PlotFigure plot={plots[0]!} />
        <RunBar run={sampling} drawn={sampled?.samples ?? 0} goal={samples} things="matrices" />
        {theory.error !== null && stream.error === null && <Failure error={theory.error} onRetry={theory.retry} />}
        {sampling.error !== null && stream.error === null && (
          <Failure error={sampling.error} onRetry={sampling.resume} />
        )}
        {sampled !== null && <p>{distanceText(sampled, fails)}</p>}
        {plots.slice(1).map((plot) => (
          <PlotFigure key={plot.title} plot={plot} />
        ))}
        {spectrum !== null && <SheetTable sheet={spectrumSheet(spectrum)} caption="The spectrum, by theory" />}
        {sampled !== null && (
          <SheetTable
            sheet={momentsSheet(sampled)}
            caption={`Moments of ${sampled.samples} matrices of about ${size} rows, seed ${seed}`}
          />
        )}
        {points.length > 0 && (
          <ExportBar
            name="theoria-matrices"
            plots={plots}
            report={matricesReport({ ensemble, points, spectrum, sampled, size, seed })}
          />
        )}
        <HessianPanel {...fields} />
      </div>
    </div>
  );
}
