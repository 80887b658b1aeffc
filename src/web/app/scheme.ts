/** Light or dark: the reader's system says, unless the reader has chosen. */
import { computed, effect, signal } from "@preact/signals";
import type { Scheme } from "../../render/plot/plotStyle.js";

export const choices = ["system", "light", "dark"] as const;
export type SchemeChoice = (typeof choices)[number];

const KEY = "theoria-scheme";
const dark = window.matchMedia("(prefers-color-scheme: dark)");
const systemIsDark = signal(dark.matches);

/** Storage may be forbidden. */
function remembered(): SchemeChoice {
  try {
    const text = window.localStorage.getItem(KEY);
    return choices.find((choice) => choice === text) ?? "system";
  } catch {
    return "system";
  }
}

function remember(choice: SchemeChoice): void {
  try {
    window.localStorage.setItem(KEY, choice);
  } catch {
    // then it holds until the page is closed
  }
}

export const schemeChoice = signal<SchemeChoice>(remembered());

export const scheme = computed<Scheme>(() => {
  if (schemeChoice.value !== "system") return schemeChoice.value;
  return systemIsDark.value ? "dark" : "light";
});

export function followScheme(): void {
  dark.addEventListener("change", ({ matches }) => {
    systemIsDark.value = matches;
  });
  effect(() => {
    document.documentElement.dataset.scheme = scheme.value;
    remember(schemeChoice.value);
  });
}
