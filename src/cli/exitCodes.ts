export const exitCodes = {
  fine: 0,
  /** An error is above the tolerance, or two methods disagree. */
  unsound: 1,
  badInput: 2,
  /** A defect in Theoria itself. */
  internal: 70,
  interrupted: 130,
} as const;
