import { writeAddress } from "../../address/address.js";

/** The address of a theorem's page, of "errata", or of the list. */
export const linkTo = (place: string): string =>
  writeAddress({ view: place === "" ? "theorems" : `theorems/${place}`, fields: new Map() });

/** What stands in an address after the view. */
export const placeOf = (view: string): string => view.replace(/^theorems\/?/, "").replace(/\/$/, "");
