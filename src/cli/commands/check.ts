import { Command } from "commander";
import { renderReport } from "../../render/report.js";
import type { Effort } from "../../verification/run.js";
import type { CheckRequest } from "../answers/check.js";
import type { Context } from "../context.js";
import { exitCodes } from "../exitCodes.js";
import { wholeOf } from "../formulaOptions.js";
import { addFormatOptions, type FormatOptions, formatOf } from "../options.js";
import { UsageError } from "../usageError.js";

interface CheckCommandOptions extends FormatOptions {
  readonly all?: true;
  readonly quick?: true;
  readonly full?: true;
  readonly seed: string;
}

const examples = `
Each theorem is computed in two independent ways at random points, its derivations are run again,
its predictions are compared with simulated networks, and what the paper prints wrongly is refuted.

holds      every check holds, and what is printed wrongly is shown to be false
refuted    a check fails: its smallest point, both sides and the command that repeats it are shown
undecided  vacuous: no admissible point; unevaluable: no number; underpowered: too few networks to
           see a deviation; no-backend: nothing to simulate with

--full takes 200 random points and the paper's widths; --quick a quarter of the points, narrower
networks, and less than a minute for a whole area. The exit code is 1 unless everything holds.

Examples:
  theoria check batchnorm/theorem-1 --quick
  theoria check batchnorm/theorem-1 batchnorm/lemma-b-38 --quick --seed 7 --json`;

function requestOf(names: readonly string[], { all, quick, full, seed }: CheckCommandOptions): CheckRequest {
  if (quick && full) throw new UsageError("--quick and --full: choose one.");
  if (all && names.length > 0) throw new UsageError(`--all and ${names.join(", ")}: choose one.`);
  if (!all && names.length === 0) {
    throw new UsageError("check what? Name theorems or areas, such as batchnorm, or use --all.");
  }
  const effort: Effort = quick ? "quick" : "full";
  return { names, effort, seed: wholeOf("--seed", seed, [0, 2 ** 32 - 1], "The default is 1.") };
}

export function checkCommand({ terminal, finish }: Context): Command {
  const command = new Command("check")
    .description("verdicts on theorems: two ways, derivations, simulated networks, errata")
    .argument("[name...]", "theorems or areas")
    .option("--all", "every theorem")
    .option("--quick", "fewer points and networks")
    .option("--full", "all points, the paper's widths (default)")
    .option("--seed <number>", "which random points and networks", "1");
  return addFormatOptions(command)
    .addHelpText("after", examples)
    .action(async (names: string[], options: CheckCommandOptions) => {
      const format = formatOf(options);
      const request = requestOf(names, options);
      const [{ answerCheck }, { checkReport }] = await Promise.all([
        import("../answers/check.js"),
        import("../../render/checkReport.js"),
      ]);
      const { results, asked } = await answerCheck(request, terminal);
      const quiet = options.quiet ?? false;
      if (results.length > 0) terminal.write(renderReport(checkReport(results, request.effort), format, { quiet }));
      if (results.length < asked) {
        if (!quiet) terminal.warn(`stopped: ${results.length} of ${asked} theorems are checked\n`);
        return finish(exitCodes.interrupted);
      }
      finish(results.every(({ verdict }) => verdict.status === "holds") ? exitCodes.fine : exitCodes.unsound);
    });
}
