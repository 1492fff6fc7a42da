/** Versions of modules, and the constraints that calls put on them: `~> 5.1, != 5.1.3`. */

/** Whether a version meets every part of a constraint. What is not understood is not met. */
export function meetsConstraint(version: string, constraint: string): boolean {
  const own = numbersOf(version);
  if (own === undefined || constraint.length > LONGEST) return false;
  return constraint.split(',').every((part) => {
    const [, operator = '=', wanted = ''] = /^\s*(=|!=|>=|<=|>|<|~>)?\s*([^\s]+)\s*$/.exec(part) ?? [];
    const other = numbersOf(wanted);
    return other !== undefined && meets(own, operator, other, wanted.split('.').length);
  });
}
const LONGEST = 200;

function meets(own: readonly number[], operator: string, other: readonly number[], written: number): boolean {
  const order = compare(own, other);
  switch (operator) {
    case '=':
      return order === 0;
    case '!=':
      return order !== 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    default: {
      // All that is written but the last number stays as it is; a single number lets only later ones in.
      const kept = Math.max(0, written - 1);
      return order >= 0 && other.slice(0, kept).every((number, index) => own[index] === number);
    }
  }
}

/** `5.1` is `5.1.0`. Versions that are released before others of the same number are not understood. */
function numbersOf(version: string): readonly number[] | undefined {
  const match = /^v?(\d{1,9})(?:\.(\d{1,9}))?(?:\.(\d{1,9}))?$/.exec(version);
  return match?.slice(1).map((part) => Number(part ?? 0));
}

function compare(left: readonly number[], right: readonly number[]): number {
  for (const [index, number] of left.entries()) {
    const difference = number - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
