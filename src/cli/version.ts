/** Kept equal to package.json by a test: reading that file at run time would tie the bundle to its place on disk. */
export const version = "0.1.0";
