import { Command, Option } from "commander";
import type { Context } from "../context.js";
import { deliver } from "../deliver.js";
import { networksOf } from "../networks.js";
import { readNumber } from "../numberList.js";
import { addBatchOption, addFormatOptions, addScaleOptions, formatOf, type NetworkOptions } from "../options.js";
import { badValue } from "../usageError.js";

interface DynamicsCommandOptions extends Omit<NetworkOptions, "method" | "tolerance"> {
  readonly start: "random" | "bsb1";
  readonly seed: string;
  readonly steps: string;
  readonly width: string;
  readonly basins?: string;
}

const examples = `
Beyond a batch size that depends on the activation, networks leave the symmetric fixed point BSB1:
the samples of a batch part into groups. This follows the covariance of one random network until
the groups stand, then solves for the fixed point with these groups and the gradient's growth there.
Batches of 4 to 512; a batch of 64 takes about a second.

Examples:
  theoria dynamics gelu --batch 64
  theoria dynamics "x^2" cos --batch 20 --seed 3 --json
  theoria dynamics "relu(x)^1.5" --batch 10 --basins 3`;

function integerOf(option: string, text: string, low: number, high: number): number {
  const value = readNumber(text);
  if (value !== null && Number.isInteger(value) && value >= low && value <= high) return value;
  throw badValue(option, text, `an integer from ${low} to ${high}`, "Give one number.");
}

export function dynamicsCommand({ terminal, finish }: Context): Command {
  const command = new Command("dynamics")
    .description("where networks go that leave the symmetric fixed point, and the rate there")
    .argument("<activation...>", "names or expressions in x");
  addScaleOptions(addBatchOption(command, "64").option("--eps, --epsilon <list>", "batch norm's epsilon", "0"))
    .option("--weight-variance <list>", "sigma_w^2 of the weights", "1")
    .addOption(new Option("--start <state>", "where paths start").choices(["random", "bsb1"]).default("random"))
    .option("--seed <number>", "fixes the network's noise", "1")
    .option("--steps <number>", "layers to follow at most", "400")
    .option("--width <number>", "width of the network that is followed", "1000")
    .option("--basins <number>", "follow so many seeds, and count where they go");
  return addFormatOptions(command)
    .addHelpText("after", examples)
    .action(async (texts: string[], options: DynamicsCommandOptions) => {
      formatOf(options);
      const how = {
        start: options.start,
        seed: integerOf("--seed", options.seed, 0, 2 ** 52),
        steps: integerOf("--steps", options.steps, 1, 100_000),
        width: integerOf("--width", options.width, 16, 1_000_000),
      };
      const runs = options.basins === undefined ? null : integerOf("--basins", options.basins, 1, 100_000);
      const networks = networksOf(texts, { ...options, method: "auto", tolerance: "1e-10" });
      // loaded here, since no other command needs it
      const { answerDynamics } = await import("../answers/dynamics.js");
      const { report, finished, unsound } = await answerDynamics(networks, how, runs, terminal);
      finish(deliver({ report, finished, asked: networks.length, unsound }, options, terminal));
    });
}
