import { htmlReport } from "../../render/htmlReport/htmlReport.js";
import { printable } from "../../render/printable.js";
import type { BatchNorm } from "../../theory/batchnorm/batchNorm.js";
import {
  type ActivationReport,
  followActivationReport,
  settingsOf,
} from "../../theory/batchnorm/report/activationReport.js";
import { isSound } from "../../theory/batchnorm/results/networkResult.js";
import { exitCodes } from "../exitCodes.js";
import { networksOf } from "../networks.js";
import { progressLine } from "../progressLine.js";
import { commandLine } from "../report/commandLine.js";
import { assertPageFile, writePage } from "../report/pageFile.js";
import type { ReportOptions } from "../report/reportOptions.js";
import { planSimulation, simulateNetworks } from "../report/simulateNetworks.js";
import type { Terminal } from "../terminal.js";
import { unfold } from "../unfold.js";
import { UsageError } from "../usageError.js";
import { version } from "../version.js";

/** A page is read, not searched. */
const MOST_NETWORKS = 24;
const MOST_SETTINGS = 6;

function networksFor(text: string, options: ReportOptions): readonly BatchNorm[] {
  const networks = networksOf([text], { ...options, method: "auto" });
  const settings = settingsOf(networks).length;
  if (networks.length > MOST_NETWORKS || settings > MOST_SETTINGS) {
    const asked = `${networks.length} networks of ${settings} ${settings === 1 ? "setting" : "settings"} besides the batch size`;
    throw new UsageError(
      `${asked}: expected at most ${MOST_NETWORKS} and ${MOST_SETTINGS} in one report. Shorten a list, or use several reports; theoria rate takes thousands.`,
    );
  }
  return networks;
}

/** Looks at where the page goes before anything is computed. */
function assertPlace({ out, force }: ReportOptions, terminal: Terminal): void {
  if (out !== undefined) assertPageFile(out, force === true);
  else if (terminal.outputWatched === true) {
    throw new UsageError("the page is for a browser, not for a terminal: name a file, such as --out report.html.");
  }
}

/** What is finished, and whether that is all. */
async function theoryFor(networks: readonly BatchNorm[], terminal: Terminal) {
  const progress = progressLine(terminal, networks.length + settingsOf(networks).length);
  let soFar: ActivationReport | null = null;
  const whole = await unfold(followActivationReport(networks), terminal, (report) => {
    soFar = report;
    progress.update(report.networks.length + report.curves.length);
  });
  progress.clear();
  return { report: whole ?? (soFar as ActivationReport | null), stopped: whole === null };
}

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? "" : "s"}`;

/** Makes the page about an activation, writes it and returns the exit code. Throws a UsageError or a TheoryError. */
export async function answerReport(text: string, options: ReportOptions, terminal: Terminal): Promise<number> {
  const networks = networksFor(text, options);
  const { activation } = networks[0]!;
  assertPlace(options, terminal);
  const plan = options.simulation ? planSimulation(activation, networks, options, terminal.cores) : null;
  const say = (sentence: string) => {
    if (!options.quiet) terminal.warn(`${sentence}\n`);
  };
  const { report, stopped } = await theoryFor(networks, terminal);
  if (report === null || report.networks.length === 0) {
    say(`stopped: 0 of ${networks.length} networks are finished, no page is written`);
    return exitCodes.interrupted;
  }
  const simulated = plan === null ? null : await simulateNetworks(plan, terminal);
  const interrupted = stopped || simulated?.complete === false;
  const page = htmlReport({
    ...report,
    ...{ simulation: simulated?.simulation ?? null, interrupted, asked: networks.length },
    origin: { command: commandLine(activation.text, options), version },
  });
  if (options.out === undefined) terminal.write(page);
  else {
    writePage(options.out, page);
    const drawn = simulated === null ? "" : `, ${counted(simulated.drawn, "simulated network")}`;
    const size = `${Math.ceil(page.length / 1000)} kB`;
    const written = `${options.out}: ${counted(report.networks.length, "network")}${drawn}, ${size}`;
    if (!options.quiet) terminal.write(`${printable(written)}\n`);
  }
  if (interrupted) {
    say(`stopped: ${report.networks.length} of ${networks.length} networks are finished; the page says so`);
    return exitCodes.interrupted;
  }
  const unsound = report.networks.filter(({ spectrum }) => !isSound(spectrum)).length;
  if (unsound === 0) return exitCodes.fine;
  say(`warning: ${unsound} of ${networks.length} networks did not reach the tolerance or failed confirmation`);
  return exitCodes.unsound;
}
