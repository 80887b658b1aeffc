import { writeAddress } from "../address/address.js";
import type { View } from "../views/views.js";
import { choices, type SchemeChoice, schemeChoice } from "./scheme.js";

interface Props {
  readonly views: readonly View[];
  readonly current: View;
  onGo(id: string): void;
}

const names: Readonly<Record<SchemeChoice, string>> = { system: "as the system", light: "light", dark: "dark" };

/** Links work with the middle button too: another view in another tab. */
function follow(event: MouseEvent, go: () => void): void {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  go();
}

export function Navigation({ views, current, onGo }: Props) {
  return (
    <header class="bar">
      <span class="brand">Theoria</span>
      <nav aria-label="Views">
        <ul>
          {views.map(({ id, name, purpose }) => (
            <li key={id}>
              <a
                href={writeAddress({ view: id, fields: new Map() })}
                title={purpose}
                aria-current={id === current.id ? "page" : undefined}
                onClick={(event) => follow(event, () => onGo(id))}
              >
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <label class="scheme">
        Colours{" "}
        <select
          value={schemeChoice.value}
          onChange={({ currentTarget }) => {
            schemeChoice.value = currentTarget.value as SchemeChoice;
          }}
        >
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {names[choice]}
            </option>
          ))}
        </select>
      </label>
    </header>
  );
}
