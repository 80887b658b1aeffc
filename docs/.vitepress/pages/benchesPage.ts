/** bench/results.json as a page: tables as the benches printed them, with the machine and the day. */
import { escapeMarkdown } from "../../../src/render/markdown/escapeMarkdown.js";

type Entry =
  | { readonly text: string }
  | {
      readonly title: string;
      readonly header: readonly string[];
      readonly rows: readonly (readonly string[])[];
      readonly numbers: readonly boolean[];
    };

export interface BenchResults {
  readonly date: string;
  readonly theoria: string;
  readonly node: string;
  readonly machine: {
    readonly processor: string;
    readonly cores: number;
    readonly memory: string;
    readonly system: string;
    readonly load: number;
  };
  readonly results: readonly { readonly name: string; readonly command: string; readonly entries: readonly Entry[] }[];
}

const titles: Readonly<Record<string, string>> = {
  accuracy: "Accuracy",
  rates: "Rates",
  covariance: "Covariances of a batch",
  symbolic: "Exact algebra and derivations",
  simulation: "Simulated networks",
  dyson: "The matrix Dyson equation",
};

const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;

function shown(entry: Entry): readonly string[] {
  if ("text" in entry) return [escapeMarkdown(entry.text)];
  const { title, header, rows, numbers } = entry;
  const table = [header.map((name) => name || "case"), ...rows].map((cells) => row(cells.map(escapeMarkdown)));
  table.splice(1, 0, row(numbers.map((right) => (right ? "---:" : "---"))));
  return [`**${escapeMarkdown(title)}**`, table.join("\n")];
}

export function benchesPage({ date, theoria, node, machine, results }: BenchResults): string {
  const { processor, cores, memory, system, load } = machine;
  const busy =
    load > 0.5 ? ` Other programs ran beside them (load average ${load} at the start): a quiet machine is faster.` : "";
  return [
    ["---", "outline: 2", "---"].join("\n"),
    "# Accuracy and speed, measured",
    `What the benches printed on ${date}: Theoria ${theoria}, Node ${node}, ${system}, ${escapeMarkdown(processor)}, ` +
      `${cores} cores, ${memory} of memory.${busy} "-" stands where a peer was not installed. ` +
      "[Accuracy](../accuracy.md) says what the errors mean. `npm run docs:benches` measures all of it again.",
    ...results.flatMap(({ name, command, entries }) => [
      `## ${titles[name] ?? name}`,
      `\`\`\`sh\n${command}\n\`\`\``,
      ...entries.flatMap(shown),
    ]),
    "",
  ].join("\n\n");
}
