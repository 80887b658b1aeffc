import { type Html, html } from "../html.js";

/** A part of the page with a heading; `id` is what the list of contents leads to. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly body: Html;
}

export const sectionHtml = ({ id, title, body }: Section): Html =>
  html`<section aria-labelledby="${id}">\n<h2 id="${id}">${title}</h2>\n${body}\n</section>`;
