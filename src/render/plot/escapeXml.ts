const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

// characters that XML 1.0 does not have: controls, lone surrogates, U+FFFE, U+FFFF
const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** The text, for an XML element or attribute; a character that XML does not have becomes U+FFFD. */
export const escapeXml = (text: string): string =>
  text.replace(forbidden, "\uFFFD").replace(/[&<>"']/g, (character) => entities[character]!);
