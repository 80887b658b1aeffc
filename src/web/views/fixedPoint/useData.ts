import { useMemo, useState } from "preact/hooks";
import type { FixedPointValues } from "./fixedPointFields.js";
import { parseMatrix } from "./parseMatrix.js";
import { MAX_ADDRESS_TEXT } from "./pastedField.js";
import type { Start } from "./startCovariance.js";

export interface Data {
  readonly text: string;
  readonly problem: string | null;
  /** null where the numbers cannot be read. */
  readonly start: Start | null;
  /** The link to the view does not hold them. */
  readonly unlinked: boolean;
  change(text: string): void;
}

/** What the batch begins with. Numbers that are too many for the address stay in the page. */
export function useData(
  { start: kind, data, batch, seed }: FixedPointValues,
  set: (changed: { readonly data: string }) => void,
): Data {
  const [long, setLong] = useState<string | null>(null);
  const text = long ?? data;
  const found = useMemo(() => {
    if (kind === "random") return { start: { kind, batch, seed } as const, problem: null };
    if (text.trim() === "") return { start: null, problem: "Paste numbers: a row a line." };
    const { rows, problem } = parseMatrix(text);
    if (rows === null) return { start: null, problem };
    if (kind === "covariance" && rows[0]!.length !== rows.length) {
      const shape = `${rows.length} rows of ${rows[0]!.length} numbers`;
      return { start: null, problem: `A covariance is square; these are ${shape}. Rows of features are samples.` };
    }
    return { start: { kind, rows } as const, problem: null };
  }, [kind, batch, seed, text]);
  return {
    ...{ text, ...found, unlinked: kind !== "random" && long !== null },
    change(next) {
      const fits = next.length <= MAX_ADDRESS_TEXT;
      setLong(fits ? null : next);
      set({ data: fits ? next : "" });
    },
  };
}
