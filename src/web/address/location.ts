/** The address of the page as a signal: the browser's own bar follows it, and it follows the browser's back and forward. */
import { signal } from "@preact/signals";
import { type Address, parseAddress, writeAddress } from "./address.js";

/** Browsers refuse an address that changes with every frame. */
const WRITE_EVERY_MS = 250;

export const here = signal<Address>(parseAddress(window.location.hash));

let timer: ReturnType<typeof setTimeout> | null = null;

function write(): void {
  timer = null;
  const text = writeAddress(here.value);
  if (text !== window.location.hash) window.history.replaceState(null, "", text);
}

/** Changes fields of the present view: no new entry in the history. */
export function change(address: Address): void {
  here.value = address;
  timer ??= setTimeout(write, WRITE_EVERY_MS);
}

/** Goes to another place: the back button comes back. */
export function go(address: Address): void {
  if (timer !== null) {
    clearTimeout(timer);
    write();
  }
  here.value = address;
  window.history.pushState(null, "", writeAddress(address));
}

/** The whole address, up to date: what a reader hands on. */
export const permalink = (): string => new URL(writeAddress(here.value), window.location.href).href;

/** Follows the browser from now on. */
export function followBrowser(): void {
  window.addEventListener("popstate", () => {
    here.value = parseAddress(window.location.hash);
  });
  window.addEventListener("hashchange", () => {
    if (window.location.hash !== writeAddress(here.value)) here.value = parseAddress(window.location.hash);
  });
}
