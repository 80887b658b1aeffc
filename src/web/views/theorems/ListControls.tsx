import { useId } from "preact/hooks";
import type { ValuesOf } from "../../address/field.js";
import { Choice } from "../../controls/Choice.js";
import { Switch } from "../../controls/Switch.js";
import { CheckSettings } from "./CheckSettings.js";
import type { TheoremEntry } from "./entry.js";
import { countsOf } from "./filterTheorems.js";
import type { listFields } from "./listFields.js";

type Values = ValuesOf<typeof listFields>;

interface Props {
  readonly entries: readonly TheoremEntry[];
  readonly values: Values;
  onChange(changed: Partial<Values>): void;
}

const proofs: Readonly<Record<string, string>> = {
  steps: "derived step by step",
  cited: "in the paper",
  open: "not written out",
};

/** A choice that the address has and the list has not stays visible, so that it can be changed. */
function withChosen(options: readonly (readonly [string, string])[], chosen: string) {
  const all = [["", "all"] as const, ...options];
  return all.some(([value]) => value === chosen) ? all : [...all, [chosen, `${chosen} (0)`] as const];
}

/** Search and filters. */
export function ListControls({ entries, values, onChange }: Props) {
  const id = useId();
  const { text, area, kind, proof, errata } = values;
  return (
    <>
      <div class="control">
        <label for={id}>Search</label>
        <input
          id={id}
          type="search"
          value={text}
          maxLength={200}
          placeholder="words of a title, a number, an id"
          spellcheck={false}
          autocomplete="off"
          onInput={({ currentTarget }) => onChange({ text: currentTarget.value })}
        />
      </div>
      <Choice
        label="Area"
        value={area}
        choices={withChosen(
          countsOf(entries, (entry) => [entry.area, entry.areaTitle]),
          area,
        )}
        onChange={(next) => onChange({ area: next })}
      />
      <Choice
        label="Kind"
        value={kind}
        choices={withChosen(
          countsOf(entries, (entry) => [entry.kind, entry.kind]),
          kind,
        )}
        onChange={(next) => onChange({ kind: next })}
      />
      <Choice
        label="Proof"
        value={proof}
        choices={withChosen(
          countsOf(entries, (entry) => [entry.proof, proofs[entry.proof] ?? entry.proof]),
          proof,
        )}
        onChange={(next) => onChange({ proof: next })}
      />
      <Switch label="Only what is printed wrongly" value={errata} onChange={(next) => onChange({ errata: next })} />
      <CheckSettings effort={values.effort} seed={values.check} onChange={onChange} />
    </>
  );
}
