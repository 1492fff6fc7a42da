/** Values that hold where an environment variable is not set, in the ways in which languages write it. */

const READS =
  /environ\b|getenv|process\.env|import\.meta\.env|\bENV\b|GetEnvironmentVariable|env::var|\benv\s{0,3}\(|\bEnv\.|os\.Getenv/g;
const VARIABLE =
  /(?:\bget\(|getenv\(|Getenv\(|GetEnvironmentVariable\(|fetch\(|var\(|env\(|OrDefault\(|environ\[|env\[|ENV\[)\s{0,20}["']([\w.-]{1,100})["']|env\.([A-Za-z_]\w{0,100})/;
const READ_IN =
  /(?:environ(?:\.get)?|[gG]etenv|process\.env|import\.meta\.env|GetEnvironmentVariable|\benv::var|\bENV(?:\.fetch)?)\s{0,3}(?:[([]\s{0,20}["'`]([\w.-]{1,100})["'`]|\.([A-Za-z_]\w{0,99})\b)/;
/** `${MODEL:-id}` of shells and Compose, `${bedrock.model:id}` of Spring. */
const SUBSTITUTION = /\$\{([\w.-]{1,100}):?-?$/;

/** The environment variable that a value of a program reads; undefined where it reads none. */
export function variableReadIn(value: string): string | undefined {
  const match = READ_IN.exec(value);
  return match?.[1] ?? match?.[2];
}

/** The variable of `${NAME:-` or `${name:` at the end of a text: what follows is its default. */
export function substitutedVariable(before: string): string | undefined {
  return SUBSTITUTION.exec(before)?.[1];
}

/** The variable that a program reads before a value, which is its default; an empty text where it is not known which. */
export function environmentDefault(before: string): string | undefined {
  const read = [...before.matchAll(READS)].at(-1);
  if (read === undefined || isOver(before.slice(read.index))) return undefined;
  const match = VARIABLE.exec(before.slice(read.index));
  return match?.[1] ?? match?.[2] ?? '';
}

/** Whether a comma or a semicolon ends what reads the variable: in `f(a=environ["X"], b="id")` the id is no default. */
function isOver(read: string): boolean {
  let depth = 0;
  for (const sign of read) {
    if (sign === '(' || sign === '[' || sign === '{') depth += 1;
    else if (sign === ')' || sign === ']' || sign === '}') depth -= 1;
    else if ((sign === ',' && depth <= 0) || sign === ';') return true;
    if (depth < 0) return true;
  }
  return false;
}
