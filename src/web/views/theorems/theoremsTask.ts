/** All theorems of all areas, for the list. */
import { areaTitles } from "../../../render/markdown/theoremIndexMarkdown.js";
import { workText } from "../../../theorems/bibliography.js";
import { theorems } from "../../../theorems/index.js";
import type { Area, Theorem } from "../../../theorems/theorem.js";
import type { TheoremEntry } from "./entry.js";

export const areaOf = (id: string): string => id.slice(0, id.indexOf("/"));

export const entryOf = ({ id, kind, title, source, proof, printed }: Theorem): TheoremEntry => ({
  id,
  area: areaOf(id),
  areaTitle: areaTitles[areaOf(id) as Area],
  kind,
  title: title.replace(/\.$/, ""),
  at: source.map(({ at }) => at).join("; "),
  works: [...new Set(source.map(workText))].join("; "),
  proof: proof.kind,
  misprinted: printed !== undefined,
});

export const theoremsTask = (_question: "all"): readonly TheoremEntry[] => theorems.map(entryOf);
