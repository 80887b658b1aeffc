import { Command } from "commander";
import type { Context } from "../context.js";
import { exitCodes } from "../exitCodes.js";
import { addFormatOptions, type FormatOptions, formatOf } from "../options.js";

const examples = `
Examples:
  theoria theorems
  theoria theorems batchnorm --csv`;

export function theoremsCommand({ terminal, finish }: Context): Command {
  const command = new Command("theorems")
    .description("the theorems: what each one says, and where it is from")
    .argument("[name...]", "areas or theorems; all where there is none");
  return addFormatOptions(command)
    .addHelpText("after", examples)
    .action(async (names: string[], options: FormatOptions) => {
      const format = formatOf(options);
      // loaded here: the theorems and their proofs are most of the program
      const { answerTheorems } = await import("../answers/theorems.js");
      terminal.write(answerTheorems(names, format, options.quiet ?? false));
      finish(exitCodes.fine);
    });
}
