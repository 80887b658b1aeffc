import { printable } from "../printable.js";

/** Whatever Markdown, HTML or a Vue template could read as its own; entities are text to all three. */
const special = /[&<>"'*_`[\](){}|$\\~^:#]/g;

/** Plain text as Markdown, on one line, in sentences and in cells of tables. */
export const escapeMarkdown = (text: string): string =>
  printable(text)
    .replace(/\s+/g, " ")
    .replace(special, (character) => `&#${character.charCodeAt(0)};`);

/** Text as code, in sentences and in cells of tables. */
export const markdownCode = (text: string): string => `<code>${escapeMarkdown(text)}</code>`;
