/** Where in the tree something stands; `line` and `column` count from 1. */
export interface SourceLocation {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** `bedrock-cost.yml:12`. */
export function placeOf({ file, line }: SourceLocation): string {
  return line === undefined ? file : `${file}:${line}`;
}
