/** Values that hold where an environment variable is not set, in the ways in which languages write it. */

const READS =
  /environ\b|getenv|process\.env|import\.meta\.env|\bENV\b|GetEnvironmentVariable|env::var|\benv\s{0,3}\(|\bEnv\.|os\.Getenv/;
const VARIABLE =
  /(?:\bget\(|getenv\(|Getenv\(|GetEnvironmentVariable\(|fetch\(|var\(|env\(|OrDefault\(|environ\[|env\[|ENV\[)\s{0,20}["']([\w.-]{1,100})["']|env\.([A-Za-z_]\w{0,100})/;
/** `${MODEL:-id}` of shells and Compose, `${bedrock.model:id}` of Spring. */
const SUBSTITUTION = /\$\{([\w.-]{1,100}):?-?$/;

/** The variable of `${NAME:-` or `${name:` at the end of a text: what follows is its default. */
export function substitutedVariable(before: string): string | undefined {
  return SUBSTITUTION.exec(before)?.[1];
}

/** The variable that a program reads before a value, which is its default; an empty text where it is not known which. */
export function environmentDefault(before: string): string | undefined {
  if (!READS.test(before)) return undefined;
  const match = VARIABLE.exec(before);
  return match?.[1] ?? match?.[2] ?? '';
}
