/** What one file may cost. A real invoice of 10,000 lines is 13 MB with about 500,000 elements and 12 levels. */
export const limits = {
  bytes: 64 * 1024 * 1024,
  depth: 64,
  elements: 2_000_000,
  attributes: 64,
  nestedContainers: 3,
  containerEntries: 1000,
};
