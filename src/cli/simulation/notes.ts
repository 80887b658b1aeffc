/** What a reader should know besides the numbers of a simulation, in sentences. */
import { showNumber } from "../../render/number.js";
import type { SimulatedWidth } from "../../render/simulationReport.js";
import type { Network } from "../../simulation/network.js";
import type { Theory } from "../../verification/simulation/theoryOf.js";

/** Below so many networks, a standard error is itself no more than a guess. */
const FEW = 10;

/** A largest forward eigenvalue from which on networks of some dozen layers have not settled. */
const SLOW = 0.95;

function notesOnRuns(runs: readonly SimulatedWidth[], { depth }: Network): string[] {
  const notes: string[] = [];
  if (runs.some(({ summary }) => summary.growth === null)) {
    notes.push("The gradient vanishes in some network: it has no growth.");
  }
  const total = (field: "collapsed" | "overflowed") => runs.reduce((sum, { summary }) => sum + summary[field], 0);
  const networks = (count: number) => (count === 1 ? "1 network is" : `${count} networks are`);
  if (total("collapsed") > 0) {
    notes.push(
      `${networks(total("collapsed"))} left out: a batch became one point there, as it does in narrow networks.`,
    );
  }
  if (total("overflowed") > 0) notes.push(`${networks(total("overflowed"))} left out: numbers overflowed there.`);
  const samples = Math.min(...runs.map(({ summary }) => summary.samples));
  if (samples > 1 && samples < FEW) {
    notes.push(
      `With ${samples} networks a standard error is rough: z follows Student's law with ${samples - 1} degrees of freedom.`,
    );
  }
  if (runs.some(({ summary: { window } }) => window.from === 1 && window.to === depth + 1)) {
    notes.push("In so few layers none is left out: both ends, which the theory does not speak of, are measured too.");
  }
  return notes;
}

export function notesOf({ network }: Theory, simulated: Network, runs: readonly SimulatedWidth[]): readonly string[] {
  const notes = notesOnRuns(runs, simulated);
  if (!simulated.centred) notes.push("There is no theory here for batch norm that does not centre.");
  else notes.push(...network.notes);
  const { verdict, forwardMax } = network.stability;
  if (simulated.centred && verdict !== "unstable" && forwardMax.value > SLOW) {
    const settling = `The largest forward eigenvalue is ${showNumber(forwardMax.value, 3)}: networks settle slowly`;
    notes.push(`${settling}, and z may be the depth's doing as well as the width's. Deeper ones tell.`);
  }
  if (simulated.centred && verdict === "unstable") notes.push("theoria dynamics says where they go.");
  if (simulated.residual) {
    notes.push("Residual networks grow polynomially: the growth a layer is that of the layers measured.");
  }
  return notes;
}
