/** JSON has no infinities: they become the strings "Infinity" and "-Infinity", as the schema says. */
function replacer(_key: string, value: unknown): unknown {
  return typeof value === "number" && !Number.isFinite(value) ? String(value) : value;
}

const compact = (value: unknown): string => JSON.stringify(value, replacer);

/** One object; each element of a top-level list stands on its own line, so that long sweeps can be read and searched. */
export function renderJson(output: object): string {
  const members = Object.entries(output).map(([key, value]) => {
    if (!Array.isArray(value) || value.length === 0) return `  ${compact(key)}: ${compact(value)}`;
    return `  ${compact(key)}: [\n${value.map((element) => `    ${compact(element)}`).join(",\n")}\n  ]`;
  });
  return `{\n${members.join(",\n")}\n}\n`;
}
