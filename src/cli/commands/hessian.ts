import { Command, Option } from "commander";
import { lossNames } from "../../theory/landscape/hessian/pointLoss.js";
import type { HessianOptions } from "../answers/hessian.js";
import type { Context } from "../context.js";

const examples = `
The Hessian of the risk of a network with one output and no biases, at its weights: norms, signs
of the eigenvalues, the spectrum, and the bound mean |l'| lambda_0 on the norm.

The file is JSON: { "W": [[[1, -1], [2, 1]]], "alpha": [1, -1], "X": [[1, 1.2], [1, -2.3]],
"y": [-1, 1], "loss": "hinge", "activation": "relu" }. W_p is n_{p-1} x n_p, alpha has n_{L-1}
numbers, X one sample a row; losses: hinge, abs, squared, logistic. Without a file, sizes make a
random network on Gaussian inputs with random labels or those of another network.

Up to 1000 parameters all eigenvalues are computed. Beyond, and with --lanczos, random probes
estimate the spectrum from products alone: "s.e." is the standard error over the probes,
"quadrature" a bound for shares, the difference to half the steps for traces. Ctrl-C keeps what
is finished.

Examples:
  theoria hessian --inputs 10 --hidden 8,8 --samples 300 --seed 1 --labels teacher
  theoria hessian --inputs 20 --hidden 30,30 --samples 50 --probes 4 --steps 40
  theoria hessian --inputs 3 --hidden 4 --activation tanh --loss squared --json

A network of your own: theoria hessian network.json --svg spectrum.svg`;

export function hessianCommand({ terminal, finish }: Context): Command {
  return new Command("hessian")
    .description("the Hessian of a network's risk: spectrum, norms, signs of the eigenvalues")
    .argument("[file]", "a network with its samples; - is the standard input")
    .option("--inputs <number>", "inputs of a random network (default: 10)")
    .option("--hidden <list>", "its hidden layers (default: 8,8)")
    .option("--samples <number>", "how many samples it has (default: 300)")
    .addOption(new Option("--labels <kind>", "their labels (default: random)").choices(["random", "teacher"]))
    .addOption(new Option("--loss <name>", "its loss (default: hinge)").choices(lossNames))
    .option("--activation <text>", "a name or an expression in x (default: relu)")
    .option("--seed <number>", "of the random network and of the probes: an integer from 0", "1")
    .option("--lanczos", "random probes in any case")
    .option("--probes <number>", "how many of them (default: 16)")
    .option("--steps <number>", "of Lanczos, a probe: 2 or more (default: 80)")
    .option("--bins <number>", "of the spectrum's histogram", "21")
    .option("--svg <file>", "write the spectrum as a picture")
    .option("--json", "JSON, as described by schema/output.schema.json in the package")
    .option("-q, --quiet", "tables without headings and notes, no warnings")
    .addHelpText("after", examples)
    .action(async (file: string | undefined, options: HessianOptions) => {
      // loaded here: no other command needs it
      const { answerHessian } = await import("../answers/hessian.js");
      finish(await answerHessian(file, options, terminal));
    });
}
