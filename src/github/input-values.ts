/** Readers of one input value each: the value, or a problem that shows what to write. */
import { type Decimal, decimal } from '../model/decimal.ts';

export interface InputProblem {
  readonly message: string;
  readonly hint: string;
}

/** What a reader of one value gives: the value, or what is wrong with it. */
export type Read<Value> = { readonly value: Value } | { readonly problem: InputProblem };

const PLAIN_NUMBER = /^\d{1,15}(?:\.\d{1,12})?$/;
const KEY = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const KEY_CHARACTERS = 40;

/** US dollars: plain digits, with a point for cents. */
export function amountInput(name: string, text: string): Read<Decimal> {
  if (PLAIN_NUMBER.test(text)) return { value: decimal(text) };
  return wrong(name, text, 'an amount in US dollars', `${name}: ${repaired(text) ?? '20000'}`);
}

/** Percent: plain digits, with or without the sign. */
export function percentInput(name: string, text: string): Read<Decimal> {
  const number = text.endsWith('%') ? text.slice(0, -1).trim() : text;
  if (PLAIN_NUMBER.test(number)) return { value: decimal(number) };
  return wrong(name, text, 'a percentage', `${name}: ${repaired(text) ?? '10'}`);
}

export function choiceInput<Choice extends string>(choices: readonly Choice[]) {
  return (name: string, text: string): Read<Choice> => {
    const found = choices.find((choice) => choice === text);
    if (found !== undefined) return { value: found };
    const loose = text.toLowerCase().replaceAll('_', '-');
    const meant = choices.find((choice) => choice === loose);
    const hint = meant === undefined ? `${name}: ${choices.join(' | ')}` : `${name}: ${meant}`;
    return wrong(name, text, `one of ${choices.map((choice) => `"${choice}"`).join(', ')}`, hint);
  };
}

export function switchInput(name: string, text: string): Read<boolean> {
  if (text === 'true' || text === 'false') return { value: text === 'true' };
  const meant = /^(?:true|yes|on|1)$/i.test(text)
    ? 'true'
    : /^(?:false|no|off|0)$/i.test(text)
      ? 'false'
      : 'true | false';
  return wrong(name, text, '"true" or "false"', `${name}: ${meant}`);
}

/** The key of a comment: it stands in the comment's hidden first line. */
export function keyInput(name: string, text: string): Read<string> {
  if (KEY.test(text) && text.length <= KEY_CHARACTERS) return { value: text };
  const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? ['production'];
  const repairedKey = words.join('-').slice(0, KEY_CHARACTERS).replace(/-$/, '');
  return wrong(
    name,
    text,
    `at most ${KEY_CHARACTERS} lower-case letters, digits and single hyphens`,
    `${name}: ${repairedKey}`,
  );
}

/** A path or glob below the root of the repository, without `./` before it or `/` behind it. */
export function pathInput(name: string, text: string): Read<string> {
  const parts = text.split('/').filter((part, index) => part !== '.' && !(part === '' && index > 0));
  if (text.startsWith('/') || parts.includes('..')) {
    return wrong(
      name,
      text,
      'a path inside the repository',
      `Write it from the root of the repository, without "..".`,
    );
  }
  return { value: parts.length === 0 ? '.' : parts.join('/') };
}

function wrong(name: string, text: string, expected: string, hint: string): Read<never> {
  const shown = text.length > 80 ? `${text.slice(0, 80)}…` : text;
  return {
    problem: { message: `The input "${name}" is ${JSON.stringify(shown)}; expected ${expected}.`, hint },
  };
}

/** The plain number in `$1,000`, `1_000`, `20k` or `10 %`, where it is plain what was meant. */
function repaired(text: string): string | undefined {
  const match =
    /^(?:\$|usd)?\s*(\d{1,3}(?:[,_ ']\d{3})+|\d{1,12})(\.\d{1,12})?\s*([km]?)\s*(?:\$|usd|%)?$/i.exec(text);
  if (match === null) return undefined;
  const [, whole = '', fraction = '', suffix = ''] = match;
  const factor = suffix === '' ? 1 : suffix.toLowerCase() === 'k' ? 1_000 : 1_000_000;
  return decimal(whole.replace(/[^0-9]/g, '') + fraction)
    .times(factor)
    .toFixed();
}
