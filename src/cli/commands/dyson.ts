import { Command } from "commander";
import type { DysonCommandOptions } from "../answers/dyson.js";
import type { Context } from "../context.js";
import { addFormatOptions } from "../options.js";

const examples = `
Solves -G^-1 = z - A + S[G], Im G > 0, on the real axis: the density of eigenvalues of a large
random matrix with mean A and covariance S, with residual, error and iterations of each energy;
then edges, atoms, mass and moments.

The file is JSON with "ensemble": semicircle, wigner, deformed, profile, literal, kronecker,
separable, chiral or samples, and what belongs to it; "energies" is a list or { "from", "to",
"points" }. docs/dyson.md describes all of them, --example prints one to start from:
theoria dyson --example profile > profile.json, then theoria dyson profile.json --svg profile.svg

The exit code is 1 if an energy did not converge, and 130 after Ctrl-C, which keeps what is
finished.

Examples:
  theoria dyson --example chiral
  theoria dyson --example deformed`;

export function dysonCommand({ terminal, finish }: Context): Command {
  const command = new Command("dyson")
    .description("densities of random matrices by the matrix Dyson equation")
    .argument("[file]", "an ensemble; - is the standard input")
    .option("--svg <file>", "write the density as a picture")
    .option("--bands", "edges, atoms and mass also above 100 unknowns, however long it takes")
    .option("--example <ensemble>", "print an example file");
  return addFormatOptions(command)
    .addHelpText("after", examples)
    .action(async (file: string | undefined, options: DysonCommandOptions) => {
      // loaded here: no other command needs it
      const { answerDyson } = await import("../answers/dyson.js");
      finish(await answerDyson(file, options, terminal));
    });
}
