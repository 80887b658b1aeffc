import { Command } from "commander";
import type { Context } from "../context.js";
import { exitCodes } from "../exitCodes.js";

interface ShowOptions {
  readonly steps?: true;
  readonly json?: true;
}

const examples = `
Examples:
  theoria show batchnorm/lemma-b-38
  theoria show batchnorm/theorem-1 --steps
  theoria show batchnorm/theorem-2 --json`;

export function showCommand({ terminal, finish }: Context): Command {
  return new Command("show")
    .description("one theorem in full: statement, parameters, proof, checks, what is printed instead")
    .argument("<theorem>", "an id, with or without its area")
    .option("--steps", "its derivations, step by step")
    .option("--json", "JSON, as described by schema/output.schema.json in the package")
    .addHelpText("after", examples)
    .action(async (name: string, options: ShowOptions) => {
      const { answerShow } = await import("../answers/show.js");
      terminal.stopAtOnce();
      terminal.write(answerShow({ name, steps: options.steps === true, json: options.json === true }));
      finish(exitCodes.fine);
    });
}
