import { Command } from "commander";
import type { ExploreOptions } from "../answers/explore.js";
import type { Context } from "../context.js";

const examples = `
Opens a page where you type activations, move sliders, and see theory and simulated networks agree
or disagree. Everything is computed in your browser: the server hands out files, to this computer
only, and nothing you type leaves the page. The address of the page keeps its state: copy it to
come back. The folder dist/explorer of the package is the same page for any web server.

Without --port it is 8377, or another where that is taken.

Examples:
  theoria explore
  theoria explore --port 0`;

export function exploreCommand({ terminal, finish }: Context): Command {
  return new Command("explore")
    .description("the explorer: a page on this computer that shows rates, networks and theorems")
    .option("--port <number>", "of the address; 0 lets the system choose")
    .addHelpText("after", examples)
    .action(async (options: ExploreOptions) => {
      // loaded here: no other command serves
      const { answerExplore } = await import("../answers/explore.js");
      finish(await answerExplore(options, terminal));
    });
}
