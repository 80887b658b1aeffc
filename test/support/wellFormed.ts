/** A small reader of XML: enough to refuse what browsers refuse. Returns the elements, in the order in which they begin. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

const entity = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);)/i;

export function wellFormed(xml: string): readonly Element[] {
  const elements: Element[] = [];
  const open: Element[] = [];
  const rest = xml.replace(/<([^<>]*)>|([^<>]+)/g, (_, tag: string | undefined, text: string | undefined) => {
    if (text !== undefined) {
      if (entity.test(text)) throw new Error(`a bare & in ${text}`);
      const current = open.at(-1);
      if (current !== undefined) current.text += text;
      else if (text.trim() !== "") throw new Error(`text outside the root: ${text}`);
      return "";
    }
    if (tag!.startsWith("/")) {
      const last = open.pop();
      if (last?.name !== tag!.slice(1)) throw new Error(`</${tag}> closes ${last?.name}`);
      return "";
    }
    const match = /^([\w:-]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)$/.exec(tag!);
    if (match === null) throw new Error(`not a tag: <${tag}>`);
    const pairs = [...match[2]!.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name, value]) => [name!, value!] as const);
    for (const [, value] of pairs) if (entity.test(value)) throw new Error(`a bare & in ${value}`);
    if (new Set(pairs.map(([name]) => name)).size < pairs.length) throw new Error(`an attribute twice: <${tag}>`);
    const element: Element = { name: match[1]!, attributes: Object.fromEntries(pairs), text: "" };
    elements.push(element);
    if (match[3] !== "/") open.push(element);
    return "";
  });
  if (rest !== "") throw new Error(`left over: ${rest.slice(0, 80)}`);
  if (open.length > 0) throw new Error(`never closed: ${open.at(-1)!.name}`);
  return elements;
}
