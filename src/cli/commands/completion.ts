import { Argument, Command } from "commander";
import type { Context } from "../context.js";
import { exitCodes } from "../exitCodes.js";

const examples = `
Prints a script that completes commands, options and their values: activations by name, theorems,
experiments, kinds of call, files. Install it once, in a shell where theoria is a command:

bash  echo 'eval "$(theoria completion bash)"' >> ~/.bashrc
zsh   echo 'eval "$(theoria completion zsh)"' >> ~/.zshrc       (after compinit)
fish  theoria completion fish > ~/.config/fish/completions/theoria.fish

The script asks theoria itself at each press of the tab key, so that it is right for every version:
with the words of a command line after --, what may stand in place of the last of them is printed.

Examples:
  theoria completion bash
  theoria completion fish -- rate tanh --met`;

export function completionCommand({ terminal, finish }: Context): Command {
  return new Command("completion")
    .description("a script that completes command lines, for bash, zsh and fish")
    .addArgument(new Argument("<shell>", "where it will run").choices(["bash", "zsh", "fish"]))
    .argument("[word...]", "after --: the words of a command line, the last one to be completed")
    .addHelpText("after", examples)
    .action(async (name: string, words: string[], _options: object, command: Command) => {
      // loaded here: no other command needs it
      const [{ answerFor, scripts, shells, wordsFrom }, { candidatesFor }] = await Promise.all([
        import("../completion/shells.js"),
        import("../completion/candidatesFor.js"),
      ]);
      const shell = shells.find((one) => one === name)!;
      if (words.length === 0) terminal.write(scripts[shell]);
      else terminal.write(answerFor(shell, await candidatesFor(command.parent!, wordsFrom(shell, words))));
      finish(exitCodes.fine);
    });
}
