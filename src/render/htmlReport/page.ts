import { type Html, html, raw } from "./html.js";
import { style } from "./style.js";
import { styleHash } from "./styleHash.js";

export interface Page {
  readonly title: string;
  readonly description: string;
  /** "theoria 0.1.0". */
  readonly generator: string;
  readonly body: Html;
}

/** Nothing is loaded or run: the one style sheet in the page is allowed by its hash. */
const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; img-src data:; base-uri 'none'; form-action 'none'`;

export const page = ({ title, description, generator, body }: Page): string =>
  html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${raw(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="${generator}">
<meta name="description" content="${description}">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${raw(style)}</style>
</head>
<body>
${body}
</body>
</html>
`.markup;
