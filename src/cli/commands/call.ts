import { Command } from "commander";
import type { Context } from "../context.js";
import { exitCodes } from "../exitCodes.js";
import { UsageError } from "../usageError.js";

interface CallOptions {
  readonly json?: true;
  readonly kinds?: true;
  readonly kind?: string;
  readonly quiet?: true;
}

const examples = `
Reads a list of entries { "id", "kind", "inputs" } and answers { "results": [{ "id", "result" }] }
in the same order. An entry that cannot be answered has an "error" instead of a "result", with its
"code", "message", "parameter", "value", "domain" and "remedy". Other keys of an entry are ignored.
One entry, or { "cases": [...] }, will do too. At most 64 megabytes, 100000 entries, and brackets 64
deep. Infinite numbers are "Infinity" and "-Infinity". The guide is docs/call.md; everything is
described by schema/call.schema.json in the package.

The exit code is 2 if an entry has an error, 1 if a number did not reach its tolerance, and 130
after Ctrl-C, which keeps what is finished. The results are written in each case.

In a shell: echo '[{"id": 1, "kind": "transition", "inputs": {"batch": 8}}]' | theoria call -

Examples:
  theoria call --kinds
  theoria call --kind transition`;

function checkRequest(file: string | undefined, { kinds, kind }: CallOptions): void {
  const asked = [file, kinds && "--kinds", kind === undefined ? undefined : `--kind ${kind}`].filter(
    (one) => one !== undefined,
  );
  if (asked.length > 1) throw new UsageError(`${asked.join(" and ")}: choose one.`);
  if (asked.length === 0) {
    throw new UsageError(
      "call what? Name a file of entries, or - for the standard input; --kinds lists what can be asked.",
    );
  }
}

export function callCommand({ terminal, finish }: Context): Command {
  return new Command("call")
    .description("answers a JSON list of questions with JSON, for programs in other languages")
    .argument("[file]", "a file of entries; - is the standard input")
    .option("--json", "answers are JSON always; with --kinds and --kind, JSON too")
    .option("--kinds", "list what can be asked")
    .option("--kind <name>", "inputs, result and an example of one kind")
    .option("-q, --quiet", "no warnings")
    .addHelpText("after", examples)
    .action(async (file: string | undefined, options: CallOptions) => {
      checkRequest(file, options);
      // loaded here: no other command needs it
      const { answerCall, answerKind, answerKinds } = await import("../answers/call.js");
      if (file === undefined) {
        const json = options.json === true;
        terminal.write(options.kind === undefined ? answerKinds(json) : answerKind(options.kind, json));
        return finish(exitCodes.fine);
      }
      const { out, warnings, exitCode } = await answerCall(file, terminal);
      terminal.write(out);
      if (!options.quiet) for (const warning of warnings) terminal.warn(`${warning}\n`);
      finish(exitCode);
    });
}
