/** The table of the view: simulated networks beside the theory, as `theoria simulate` prints it. */
import type { Report } from "../../../render/report.js";
import { simulationReport } from "../../../render/simulationReport.js";
import type { NetworkTheory } from "./networkTheoryTask.js";
import type { SimulatedSetting } from "./setting.js";
import type { Simulated } from "./simulateTask.js";

/** Below so many networks, a standard error is itself no more than a guess. */
const FEW = 10;
/** Below so many, log E rests on a handful of networks. */
const FEW_EFFECTIVE = 10;

const networks = (count: number) => (count === 1 ? "1 network is" : `${count} networks are`);

/** What a reader should know besides the numbers, in sentences. */
export function notesOf(
  { width }: SimulatedSetting,
  theory: NetworkTheory,
  { summary, backend }: Simulated,
): readonly string[] {
  const { samples, collapsed, overflowed, growth } = summary;
  const left = samples - collapsed - overflowed;
  const notes = [...theory.result.notes];
  if (growth === null && left > 0) notes.push("The gradient vanishes in some network: it has no growth.");
  if (collapsed > 0) {
    notes.push(`${networks(collapsed)} left out: a batch became one point there, as it does in narrow networks.`);
  }
  if (overflowed > 0) notes.push(`${networks(overflowed)} left out: numbers overflowed there.`);
  if (left > 1 && left < FEW) notes.push(`With ${left} networks a standard error is rough.`);
  if (growth !== null) {
    const unstable = theory.result.stability.verdict === "unstable";
    // there the difference is another fixed point's
    if (!unstable)
      notes.push(
        `The theory is that of infinite width. At width ${width}, E log and log E differ from it, and from each other, at order 1/N: once the errors are smaller than that, z grows with the number of networks. Twice the width halves the difference.`,
      );
    if (left >= FEW && growth.logMean.effectiveSamples < FEW_EFFECTIVE) {
      notes.push("log E rests on a handful of networks: most of it comes from rare ones that were not drawn.");
    }
  }
  if (backend !== "wasm") {
    notes.push("The graphics processor computes in single precision: logarithms differ by about 1e-6.");
  }
  return notes;
}

export function networkReport(
  setting: SimulatedSetting,
  seed: number,
  theory: NetworkTheory,
  simulated: Simulated,
): Report {
  const { activation, batch, width, depth, epsilon, gamma, beta } = setting;
  const { summary, comparisons, backend, millisecondsPerSample } = simulated;
  const changed = Object.entries({ epsilon, gamma, beta })
    .filter(([name, value]) => value !== (name === "gamma" ? 1 : 0))
    .map(([name, value]) => `, ${name} ${value}`);
  const { result, logGrowth } = theory;
  return simulationReport({
    title: `${activation}, batch ${batch}, depth ${depth}${changed.join("")}, seed ${seed}`,
    theory: { network: { rate: result.rate, stability: result.stability }, logGrowth: () => logGrowth },
    runs: [{ width, backend, millisecondsPerSample, summary, comparisons }],
    extrapolation: null,
    notes: notesOf(setting, theory, simulated),
  });
}
