/** Conditional probabilities as heat maps. */
import { heatMarks } from "../../../experiments/heatMarks.js";
import type { Axis, Panel, Plot } from "../../../experiments/plot.js";
import { showNumber } from "../../../render/number.js";
import type { FamilyLook, LaddersLook } from "./laddersTask.js";

interface Table {
  /** What is given, and its values from the top row on. */
  readonly given: string;
  readonly rows: readonly string[];
  readonly of: string;
  readonly columns: readonly string[];
  readonly values: readonly (readonly number[])[];
}

const DIGITS = 6;
/** Columns that an axis names. */
const NAMED = 9;
/** Pictures of one ladder. */
const MOST = 24;
const range = [0, 1] as const;

function axisOf(label: string, names: readonly string[], downwards: boolean): Axis {
  const step = Math.ceil(names.length / NAMED);
  const place = (k: number) => (downwards ? names.length - 1 - k : k) + 0.5;
  return {
    ...{ label, domain: [0, names.length] as const },
    ticks: names.flatMap((text, k) => (k % step === 0 ? [{ at: place(k), text }] : [])),
  };
}

function panelOf({ given, rows, of, columns, values }: Table): Panel {
  const marks = heatMarks(values, { range, first: "top", label: (value) => showNumber(value, 2) });
  return {
    title: `P(${of} | ${given})`,
    x: axisOf(of, columns, false),
    y: axisOf(given, rows, true),
    marks: marks.map((mark) => ({
      ...mark,
      hints: mark.points.map(([x, y]) => {
        const [a, b] = [rows.length - 1 - Math.floor(y), Math.floor(x)];
        return `P(${of} = ${columns[b]} | ${given} = ${rows[a]}) = ${showNumber(values[a]![b]!, DIGITS)}`;
      }),
    })),
  };
}

const labelsOf = ({ regions }: LaddersLook, id: string): readonly string[] =>
  regions.find((region) => region.id === id)!.events.map(String);

const familyTable = (look: LaddersLook, { parent, child, table }: FamilyLook): Table => ({
  ...{
    given: `z ${parent}`,
    rows: labelsOf(look, parent),
    of: `z ${child}`,
    columns: labelsOf(look, child),
    values: table,
  },
});

/** The tables of the region that is looked at: of the labels below it, and of its contents where nothing is below. */
export function chosenPlot(look: LaddersLook): Plot {
  const { chosen, families, contents } = look;
  const below = families.filter(({ parent }) => parent === chosen).map((family) => familyTable(look, family));
  const own: Table = {
    ...{ given: `z ${chosen}`, rows: labelsOf(look, chosen) },
    ...{ of: `pixels of ${chosen}`, columns: contents.names, values: contents.table },
  };
  return {
    title: `What a label of ${chosen} says`,
    caption:
      below.length === 0
        ? "A row a label of the region: the probabilities of its contents, that sum to 1."
        : "A row a label of the region: the probabilities of the labels of each region below it, that sum to 1.",
    ...{ columns: below.length === 4 ? 2 : Math.min(3, Math.max(1, below.length)), metadata: {} },
    panels: (below.length === 0 ? [own] : below).map(panelOf),
  };
}

/** All tables, from the top level down. */
export function allTablesPlot(look: LaddersLook): Plot | null {
  const { families, regions } = look;
  if (families.length === 0) return null;
  const level = (id: string) => regions.find((region) => region.id === id)!.level;
  const sorted = [...families].sort((a, b) => level(b.parent) - level(a.parent)).slice(0, MOST);
  const left = families.length - sorted.length;
  return {
    title: "All tables, from the top down",
    caption: `P(label below | label above), a row a label above. The two ends of the colours: certain.${left > 0 ? ` ${left} more are in the files.` : ""}`,
    ...{ columns: 4, metadata: {} },
    panels: sorted.map((family) => panelOf(familyTable(look, family))),
  };
}
