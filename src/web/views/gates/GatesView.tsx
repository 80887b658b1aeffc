import { useMemo, useState } from "preact/hooks";
import { useFields } from "../../address/useFields.js";
import { ExportBar } from "../../export/ExportBar.js";
import { Failure } from "../../show/Failure.js";
import { PlotFigure } from "../../show/PlotFigure.js";
import { SheetTable } from "../../show/SheetTable.js";
import { type CircleNetwork, type CircleRecord, isFixed, kindWords, pathText, readPath } from "./circleNetwork.js";
import { EpochBar } from "./EpochBar.js";
import { lossPlot, pathsPlot } from "./epochPlots.js";
import { GatesControls } from "./GatesControls.js";
import { gatesFields, networksOf } from "./gatesFields.js";
import { gatesReport, gatesSheet } from "./gatesReport.js";
import { directionsPlot, kernelPlot, type NamedLook, outputPlot, pathPlot, regionsPlot } from "./lookPlots.js";
import { PathField } from "./PathField.js";
import { useLook } from "./useLook.js";
import { useTraining } from "./useTraining.js";

/** The record of an epoch, or of the last one before it. */
const recordAt = (records: readonly CircleRecord[], epoch: number): CircleRecord | null =>
  records.filter((record) => record.epoch <= epoch).at(-1) ?? records[0] ?? null;

const questionOf = (network: CircleNetwork | undefined, epochs: number, seed: number) =>
  network === undefined ? null : { ...network, epochs, seed };

function sentence(networks: readonly CircleNetwork[]): string {
  const learns = networks.some(({ kind }) => !isFixed(kind));
  const gates = learns
    ? "Gates that learn move their active paths to where they are of use; fixed gates keep those that they start with."
    : "These gates are fixed: the active paths stay as they start, and only what is on them learns.";
  return `Networks of two inputs learn a function on the unit circle. A gate opens each neuron on one part of the plane, and a path is active where all of its neurons are. ${gates}`;
}

/** Gates, paths and kernels of networks while they are trained. */
export function GatesView() {
  const fields = useFields(gatesFields);
  const { values, set } = fields;
  const { epochs, seed, kernel, angle, width, depth } = values;
  const [paused, setPaused] = useState(false);
  const [playing, setPlaying] = useState(false);
  const networks = networksOf(values);
  const [one, other] = networks;
  const runs = [
    useTraining(questionOf(one, epochs, seed), paused),
    useTraining(questionOf(other, epochs, seed), paused),
  ].slice(0, networks.length);

  // an epoch is looked at when all networks have been there
  const shared = runs[0]!.records.filter(({ epoch }) =>
    runs.every(({ records }) => epoch <= (records.at(-1)?.epoch ?? -1)),
  );
  const at = recordAt(shared, values.epoch)?.epoch ?? 0;
  const chosen = values.path === "" ? null : readPath(values.path, { width, depth });
  const records = runs.map((run) => recordAt(run.records, at));
  const found = [
    useLook(one ?? null, records[0] ?? null, values, chosen),
    useLook(other ?? null, records[1] ?? null, values, chosen),
  ].slice(0, networks.length);

  const trained = networks.map((network, k) => ({
    ...{ name: kindWords[network.kind], network, records: runs[k]!.records },
  }));
  const looks = found.flatMap(({ answer }, index): NamedLook[] => {
    // the answer to an earlier question may have another number of layers
    if (answer === null || answer.kind !== networks[index]!.kind || answer.path.length !== depth) return [];
    return [{ name: trained[index]!.name, index, look: answer }];
  });
  const cursor = { epoch: at, epochs };
  const shown = [values.target, angle, kernel];
  const answers = found.map(({ answer }) => answer);
  const plots = useMemo(() => {
    const directions = directionsPlot(looks, depth);
    return [
      lossPlot(trained, cursor),
      pathsPlot(trained, cursor),
      ...(looks.length === 0 ? [] : [outputPlot(looks, values.target, angle)]),
      ...(directions === null ? [] : [directions]),
    ];
  }, [...runs.map((run) => run.records.length), at, epochs, ...answers, ...shown]);
  const own = useMemo(
    () =>
      looks.map((look) => ({
        name: look.name,
        plots: [
          kernelPlot(look, kernel),
          regionsPlot(look, angle),
          pathPlot(look, networks[look.index]!.kind === "relu" ? "regions" : "half-planes"),
        ],
      })),
    [at, ...answers, ...shown, looks.length],
  );
  const report = gatesReport(trained, looks, { epoch: at, seed });
  const problem =
    values.path !== "" && chosen === null
      ? `Write ${depth} neurons from 1 to ${width}, as ${Array(depth).fill(1).join("-")}.`
      : "";

  return (
    <div class="view">
      <GatesControls {...fields}>
        <PathField
          {...{ value: values.path, problem, found: looks[0] === undefined ? "" : pathText(looks[0].look.path) }}
          onChange={(path) => set({ path })}
        />
      </GatesControls>
      <div class="content">
        <p>{sentence(networks)}</p>
        <EpochBar
          {...{ epochs: shared.map(({ epoch }) => epoch), epoch: at, goal: epochs, playing, paused }}
          running={runs.some((run) => run.running)}
          done={runs.every((run) => run.done)}
          onEpoch={(epoch) => set({ epoch })}
          onPlay={setPlaying}
          onPause={setPaused}
          onRestart={() => {
            setPaused(false);
            set({ epoch: Infinity });
            for (const { restart } of runs) restart();
          }}
        />
        {runs.map(
          (run, k) => run.error !== null && <Failure key={trained[k]!.name} error={run.error} onRetry={run.retry} />,
        )}
        {runs.map(
          (run, k) =>
            run.divergedAt !== null && (
              <p key={trained[k]!.name} class="remark">
                {trained[k]!.name}: the loss left all bounds in epoch {run.divergedAt}.
              </p>
            ),
        )}
        {found.map(({ error, retry }, k) => error !== null && <Failure key={k} error={error} onRetry={retry} />)}
        <div class="pair">
          {plots.map((plot) => (
            <PlotFigure key={plot.title} plot={plot} />
          ))}
        </div>
        <div class={own.length > 1 ? "pair" : "part"}>
          {own.map(({ name, plots: pictures }) => (
            <section key={name} class={own.length > 1 ? "part" : "pair"} aria-label={name}>
              {pictures.map((plot, k) => (
                <PlotFigure key={k} plot={plot} />
              ))}
            </section>
          ))}
        </div>
        {shared.length > 0 && <SheetTable sheet={gatesSheet(trained, at)} caption={`Numbers, seed ${seed}`} />}
        {shared.length > 0 && (
          <ExportBar
            name="theoria-gates"
            plots={[...plots, ...own.flatMap(({ plots: pictures }) => pictures)]}
            report={report}
          />
        )}
      </div>
    </div>
  );
}
