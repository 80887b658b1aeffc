/** How many steps a derivation has of each kind, or what is wrong with it. */
export type Derived =
  | { readonly sound: true; readonly proved: number; readonly verified: number }
  | { readonly sound: false; readonly says: string };
