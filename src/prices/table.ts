/** Lines of cells as aligned text; columns of numbers to the right. Every line ends in a line break. */
export function table(lines: readonly (readonly string[])[]): string {
  const [head = [], ...body] = lines;
  const columns = head.map((_, index) => {
    const cells = body.map((line) => line[index] ?? '');
    const width = Math.max(...lines.map((line) => (line[index] ?? '').length));
    return {
      width,
      right:
        cells.length > 0 &&
        cells.every((cell) => /^(-|[\d.,]+)$/.test(cell)) &&
        cells.some((cell) => cell !== '-'),
    };
  });
  return lines
    .map((line) =>
      columns
        .map(({ width, right }, index) => pad(line[index] ?? '', width, right))
        .join('  ')
        .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join('');
}

function pad(text: string, width: number, right: boolean): string {
  return right ? text.padStart(width) : text.padEnd(width);
}
