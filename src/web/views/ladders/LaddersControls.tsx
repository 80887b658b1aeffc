import type { FieldState } from "../../address/useFields.js";
import { Choice } from "../../controls/Choice.js";
import { DataField } from "../../controls/DataField.js";
import { SeedField } from "../../controls/SeedField.js";
import { Slider } from "../../controls/Slider.js";
import { Problems } from "../../show/Problems.js";
import { kinds, kindWords } from "./ladderSource.js";
import { type laddersFields, limits } from "./laddersFields.js";
import type { LaddersLook } from "./laddersTask.js";
import { exampleTables } from "./parseTables.js";

interface Props extends FieldState<typeof laddersFields> {
  readonly look: LaddersLook | null;
  /** What is wrong with the typed tables; null where nothing is. */
  readonly problem: string | null;
}

const sources = [
  ["random", "random, by seed"],
  ["tables", "my own tables"],
] as const;

const signs = [
  ["any", "Gaussian"],
  ["positive", "positive: every gate is open"],
] as const;

function RandomControls({ values, set }: Pick<Props, "values" | "set">) {
  return (
    <>
      <Choice
        {...{ label: "Labels", value: values.class, choices: kinds.map((kind) => [kind, kindWords[kind]] as const) }}
        onChange={(kind) => set({ class: kind })}
      />
      <Slider
        {...{ label: "Pixels", value: values.pixels, ...limits.pixels, step: 1 }}
        onChange={(pixels) => set({ pixels, region: "" })}
      />
      <Slider
        {...{ label: "Values of a pixel", value: values.values, ...limits.values, step: 1 }}
        onChange={(grey) => set({ values: grey })}
      />
      <Slider
        {...{ label: "Levels", value: values.levels, ...limits.levels, step: 1 }}
        onChange={(levels) => set({ levels, region: "" })}
      />
      <Slider
        {...{ label: "Labels of a region, at most", value: values.events, ...limits.events, step: 1 }}
        onChange={(events) => set({ events })}
      />
      <Slider
        {...{ label: "Inputs that never occur, share", value: values.zeros, ...limits.zeros, step: 0.05 }}
        onChange={(zeros) => set({ zeros })}
      />
    </>
  );
}

/** Which ladder, which network on it, and which region is looked at. */
export function LaddersControls({ values, problems, set, look, problem }: Props) {
  const regions = look === null ? [] : [...look.regions].reverse().map(({ id }) => [id, id] as const);
  const nodes = Array.from({ length: values.width }, (_, k) => [String(k + 1), `node ${k + 1}`] as const);
  return (
    <form class="controls" onSubmit={(event) => event.preventDefault()}>
      <Problems sentences={problems} />
      <Choice
        {...{ label: "Ladder", value: values.source, choices: sources }}
        onChange={(source) => set({ source, region: "" })}
      />
      {values.source === "random" ? (
        <RandomControls values={values} set={set} />
      ) : (
        <>
          <DataField
            {...{ label: "Tables, a line each", value: values.tables, problem }}
            onChange={(tables) => set({ tables })}
          />
          <p class="remark">
            "image: 0.4 0.6" is P(z) on top, "left | image: 0.9 0.1; 0.2 0.8" is P(z_left | z_image) with a row for each
            label of image, "x of left: ..." is P(x | z_left) of a region with none below.
          </p>
          <button
            type="button"
            disabled={values.tables === exampleTables}
            onClick={() => set({ tables: exampleTables, region: "" })}
          >
            Example tables
          </button>
        </>
      )}
      <SeedField value={values.seed} onChange={(seed) => set({ seed })} />
      {look !== null && (
        <Choice
          {...{ label: "Region that is looked at", value: look.chosen, choices: regions }}
          onChange={(region) => set({ region })}
        />
      )}
      <Slider
        {...{ label: "Nodes of each region", value: values.width, ...limits.width, step: 1 }}
        onChange={(width) => set({ width })}
      />
      <Choice
        {...{ label: "Weights", value: values.signs, choices: signs }}
        onChange={(next) => set({ signs: next })}
      />
      <Choice
        {...{ label: "Batch norm at", value: String(values.node) }}
        choices={[["0", "the first node that varies"], ...nodes]}
        onChange={(node) => set({ node: Number(node) })}
      />
    </form>
  );
}
