const FULL_ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/** Whether `text` is a whole commit id, of either of git's two hash functions. */
export function isFullId(text: string): boolean {
  return FULL_ID.test(text);
}

/** The short form that reports show. Always seven digits, so that it depends on the commit alone. */
export function shortId(id: string): string {
  return id.slice(0, 7);
}
