/** Every page that is made of the theorem objects: one a theorem, one an area, the errata, and a first one. */
import type { Derivation } from "../../symbolic/derivation/derivation.js";
import { areas, type Theorem, type TheoremId } from "../../theorems/theorem.js";
import { errata } from "../../verification/errata.js";
import { derivationSources } from "../derivationSources.js";
import { errataMarkdown } from "./errataMarkdown.js";
import { areaTitles, theoremIndexMarkdown } from "./theoremIndexMarkdown.js";
import { type TheoremPage, theoremMarkdown } from "./theoremMarkdown.js";

/** The derivations that a theorem's checks run: of its claim, and of what holds instead of the printed one. `known` keeps them by their ids. */
export const derivationsOf = (
  theorem: Theorem,
  known: Map<string, Derivation> = new Map(),
): TheoremPage["derivations"] =>
  derivationSources(theorem).map((proof) => {
    const derivation = known.get(proof.id) ?? proof.prove();
    known.set(proof.id, derivation);
    return { id: proof.id, derivation };
  });

/** What rests on each theorem. */
export function usersOf(theorems: readonly Theorem[]): ReadonlyMap<TheoremId, readonly TheoremId[]> {
  const users = new Map<TheoremId, TheoremId[]>();
  for (const { id, uses } of theorems) {
    for (const used of uses) users.set(used, [...(users.get(used) ?? []), id]);
  }
  return users;
}

function firstPage(theorems: readonly Theorem[], misprinted: number): string {
  const rows = areas.map((area) => {
    const own = theorems.filter(({ id }) => id.startsWith(`${area}/`));
    const derived = own.filter(({ proof }) => proof.kind === "steps").length;
    const wrong = own.filter(({ printed }) => printed !== undefined).length;
    return `| [${areaTitles[area]}](./${area}/) | ${own.length} | ${derived} | ${wrong} |`;
  });
  return [
    ["---", "outline: false", "---"].join("\n"),
    "# All theorems",
    `${theorems.length} statements, each one an object that a machine checks. [Theorems](../../theorems.md) says how; ` +
      `[the errata](../errata.md) list the ${misprinted} that are printed wrongly.`,
    ["| area | statements | derived step by step | misprinted |", "| --- | --- | --- | --- |", ...rows].join("\n"),
    "",
  ].join("\n\n");
}

/** Paths below `reference/`, and the Markdown of each. Every derivation is run, every printed claim tried: some twenty seconds. */
export function theoremPages(theorems: readonly Theorem[]): ReadonlyMap<string, string> {
  const results = errata(theorems);
  const erratumOf = new Map(results.map(({ theorem, result }) => [theorem.id, result]));
  const users = usersOf(theorems);
  const known = new Map<string, Derivation>();
  const pages = new Map<string, string>();
  for (const theorem of theorems) {
    const erratum = erratumOf.get(theorem.id);
    const page: TheoremPage = {
      theorem,
      derivations: derivationsOf(theorem, known),
      usedBy: users.get(theorem.id) ?? [],
      link: (id) => `../${id}.md`,
      ...(erratum === undefined ? {} : { erratum }),
    };
    pages.set(`theorems/${theorem.id}.md`, theoremMarkdown(page));
  }
  for (const area of areas) {
    const own = theorems.filter(({ id }) => id.startsWith(`${area}/`));
    pages.set(
      `theorems/${area}/index.md`,
      theoremIndexMarkdown(area, own, (id) => `../${id}.md`),
    );
  }
  pages.set("theorems/index.md", firstPage(theorems, results.length));
  pages.set(
    "errata.md",
    errataMarkdown(results, (id) => `./theorems/${id}.md`),
  );
  return pages;
}
