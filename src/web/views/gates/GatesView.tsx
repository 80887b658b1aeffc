import { useMemo, useState } from "preact/hooks";
import { useFields } from "../../address/useFields.js";
import { EpochBar } from "../../controls/EpochBar.js";
import { ExportBar } from "../../export/ExportBar.js";
import { PlotFigure } from "../../show/PlotFigure.js";
import { SheetTable } from "../../show/SheetTable.js";
import { type CircleNetwork, isFixed, pathText } from "./circleNetwork.js";
import { GatesControls } from "./GatesControls.js";
import { gatesFields } from "./gatesFields.js";
import { ownPictures, sharedPictures } from "./gatesPictures.js";
import { gatesReport, gatesSheet } from "./gatesReport.js";
import { PathField } from "./PathField.js";
import { TrainingNotes } from "./TrainingNotes.js";
import { useGates } from "./useGates.js";

function sentence(networks: readonly CircleNetwork[]): string {
  const learns = networks.some(({ kind }) => !isFixed(kind));
  const gates = learns
    ? "Gates that learn can move their active paths: those of a wide DLGN go to the half where the target is slow, within a few epochs. Fixed gates keep those that they start with."
    : "These gates are fixed: the active paths stay as they start, and only what is on them learns.";
  return `Networks of two inputs learn a function on the unit circle. A gate opens each neuron on one part of the plane, and a path is active where all of its neurons are. ${gates}`;
}

/** Gates, paths and kernels of networks while they are trained. */
export function GatesView() {
  const fields = useFields(gatesFields);
  const { values, set } = fields;
  const { seed, width, depth } = values;
  const [paused, setPaused] = useState(false);
  const [playing, setPlaying] = useState(false);
  const gates = useGates(values, paused);
  const { networks, runs, trained, looks, at, epochs } = gates;
  const drawn = [JSON.stringify(values), at, ...looks.map(({ look }) => look)];
  const shared = useMemo(
    () => sharedPictures(trained, looks, at, values),
    [...drawn, ...runs.map(({ records }) => records.length)],
  );
  const own = useMemo(() => looks.map((look) => ({ name: look.name, plots: ownPictures(look, values) })), drawn);
  const problem = gates.wrongPath
    ? `Write ${depth} neurons from 1 to ${width}, as ${Array(depth).fill(1).join("-")}.`
    : "";
  const restart = () => {
    setPaused(false);
    set({ epoch: Infinity });
    for (const run of runs) run.restart();
  };
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
          {...{ epochs, epoch: at, goal: values.epochs, playing, paused }}
          running={runs.some((run) => run.running)}
          done={runs.every((run) => run.done)}
          onEpoch={(epoch) => set({ epoch })}
          onPlay={setPlaying}
          onPause={setPaused}
          onRestart={restart}
        />
        <TrainingNotes {...gates} />
        <div class="pair">
          {shared.map((plot) => (
            <PlotFigure key={plot.title} plot={plot} />
          ))}
        </div>
        <div class={own.length > 1 ? "pair" : "part"}>
          {own.map(({ name, plots }) => (
            <section key={name} class={own.length > 1 ? "part" : "pair"} aria-label={name}>
              {plots.map((plot, k) => (
                <PlotFigure key={k} plot={plot} />
              ))}
            </section>
          ))}
        </div>
        {epochs.length > 0 && <SheetTable sheet={gatesSheet(trained, at)} caption={`Numbers, seed ${seed}`} />}
        {epochs.length > 0 && (
          <ExportBar
            name="theoria-gates"
            plots={[...shared, ...own.flatMap(({ plots }) => plots)]}
            report={gatesReport(trained, looks, { epoch: at, seed })}
          />
        )}
      </div>
    </div>
  );
}
