import type { ReportOptions } from "./reportOptions.js";
import { usualReport } from "./usualReport.js";

/** A word as a shell reads it back. */
const quoted = (word: string): string => (/^[\w.,:+=/@%-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);

const flagOf = (name: string): string => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** What is simulated changes nothing where nothing is. */
const ofSimulation: ReadonlySet<string> = new Set(["width", "depth", "samples", "seed"]);

/**
 * The command that makes the same page: batch sizes, and what is not usual. Where the page goes and how many threads there were change nothing in it.
 */
export function commandLine(activation: string, options: ReportOptions): string {
  const names = Object.keys(usualReport) as (keyof typeof usualReport)[];
  const flags = names
    .filter((name) => options.simulation || !ofSimulation.has(name))
    .filter((name) => name === "batch" || options[name] !== usualReport[name])
    .flatMap((name) => [flagOf(name), quoted(options[name])]);
  const rest = [...flags, ...(options.simulation ? [] : ["--no-simulation"]), "--out", "report.html"];
  // what starts with "-" would be an option
  const words = activation.startsWith("-") ? [...rest, "--", quoted(activation)] : [quoted(activation), ...rest];
  return ["theoria", "report", ...words].join(" ");
}
