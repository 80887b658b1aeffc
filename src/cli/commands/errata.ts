import { Command } from "commander";
import type { Context } from "../context.js";
import { exitCodes } from "../exitCodes.js";

interface ErrataOptions {
  readonly json?: true;
}

const examples = `
What a paper prints wrongly, what holds instead, and a point at which the printed claim is false.
The point is tried again at every call. The exit code is 1 where a printed claim turns out to hold.

Examples:
  theoria errata
  theoria errata batchnorm --json`;

export function errataCommand({ terminal, finish }: Context): Command {
  return new Command("errata")
    .description("what the papers print wrongly, each with a counterexample that is tried again")
    .argument("[name...]", "areas or theorems; all where there is none")
    .option("--json", "JSON, as described by schema/output.schema.json in the package")
    .addHelpText("after", examples)
    .action(async (names: string[], options: ErrataOptions) => {
      const { answerErrata } = await import("../answers/errata.js");
      terminal.stopAtOnce();
      const { text, confirmed } = answerErrata(names, options.json === true);
      terminal.write(text);
      finish(confirmed ? exitCodes.fine : exitCodes.unsound);
    });
}
