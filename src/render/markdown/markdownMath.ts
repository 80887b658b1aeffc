import { escapeMarkdown } from "./escapeMarkdown.js";

/** TeX between the signs that Markdown's formula plug-ins read, safe in tables: there a bar would end the cell. */
const safe = (tex: string) => tex.replaceAll("|", "\\vert ").replace(/\s+/g, " ").trim();

/** A formula within a line. */
export const inlineMath = (tex: string): string => `$${safe(tex)}$`;

/** A formula of its own, after `indent` where it belongs to an item of a list. */
export const displayMath = (tex: string, indent = ""): string =>
  ["$$", safe(tex), "$$"].map((line) => indent + line).join("\n");

/** A formula of its own as text in an element of the class "tex": drawn by the page when it is looked at, where there are many. */
export const lateMath = (tex: string): string => `<div class="tex" v-pre>${escapeMarkdown(tex)}</div>`;
