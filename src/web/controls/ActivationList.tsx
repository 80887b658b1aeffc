import { useId, useRef } from "preact/hooks";
import { ActivationField } from "./ActivationField.js";
import { suggestions } from "./suggestions.js";
import { useKeys } from "./useKeys.js";

interface Props {
  readonly values: readonly string[];
  /** At most so many. */
  readonly most: number;
  readonly onChange: (values: readonly string[]) => void;
}

/** Several activations, each with the colour of its line. Enter adds one below; what is empty is being typed. */
export function ActivationList({ values, most, onChange }: Props) {
  const id = useId();
  const keys = useKeys(values.length);
  const fresh = useRef<number | null>(null);
  const full = values.length >= most;

  const insert = (at: number, text: string) => {
    if (full) return;
    const key = keys.insert(at);
    fresh.current = text === "" ? key : null;
    onChange([...values.slice(0, at), text, ...values.slice(at)]);
  };
  const remove = (at: number) => {
    keys.remove(at);
    onChange(values.filter((_, k) => k !== at));
  };
  const addPreset = (name: string) => {
    const empty = values.findIndex((text) => text.trim() === "");
    if (empty < 0) insert(values.length, name);
    else onChange(values.map((text, k) => (k === empty ? name : text)));
  };

  return (
    <>
      {values.map((text, k) => (
        <ActivationField
          key={keys.all[k]}
          label={`Activation ${k + 1}`}
          value={text}
          colour={k}
          focus={fresh.current === keys.all[k]}
          onChange={(next) => onChange(values.map((old, j) => (j === k ? next : old)))}
          onEnter={() => insert(k + 1, "")}
          {...(values.length > 1 && { onRemove: () => remove(k) })}
        />
      ))}
      {full ? (
        <p class="remark">At most {most} activations.</p>
      ) : (
        <div class="actions">
          <button type="button" onClick={() => insert(values.length, "")}>
            Add an activation
          </button>
          <select
            id={id}
            aria-label="Add a preset"
            value=""
            onChange={({ currentTarget }) => {
              addPreset(currentTarget.value);
              currentTarget.value = "";
            }}
          >
            <option value="">presets …</option>
            {suggestions.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
    </>
  );
}
