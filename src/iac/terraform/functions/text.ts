/** Functions on texts. */
import { LIMITS } from '../../../model/limits.ts';
import { text, type Value } from '../../../model/value.ts';
import { concatenate } from '../evaluate/template.ts';
import { isAscii, normalize, trimEnd, trimStart } from '../hcl/characters.ts';
import { boolean, failure, list } from '../values/value.ts';
import { define, defineRest, type TerraformFunction } from './function.ts';
import { replacePattern } from './pattern.ts';

export const TEXT_FUNCTIONS: Readonly<Record<string, TerraformFunction>> = {
  lower: define(['text'], (_, value) => changeCase('lower', value, (character) => character.toLowerCase())),
  upper: define(['text'], (_, value) => changeCase('upper', value, (character) => character.toUpperCase())),
  title: define(['text'], (_, value) => (isAscii(value) ? text(titleCase(value)) : beyondAscii('title'))),
  trimspace: define(['text'], (_, value) => text(trimStart(trimEnd(value)))),
  trimprefix: define(['text', 'text'], (_, value, prefix) =>
    text(value.startsWith(prefix) ? value.slice(prefix.length) : value),
  ),
  trimsuffix: define(['text', 'text'], (_, value, suffix) =>
    text(suffix !== '' && value.endsWith(suffix) ? value.slice(0, -suffix.length) : value),
  ),
  trim: define(['text', 'text'], (_, value, cutset) => text(trimSet(value, cutset))),
  chomp: define(['text'], (_, value) => text(value.slice(0, endOfContent(value)))),
  strrev: define(['text'], (_, value) => text([...value].reverse().join(''))),
  startswith: define(['text', 'text'], (_, value, prefix) => boolean(value.startsWith(prefix))),
  endswith: define(['text', 'text'], (_, value, suffix) => boolean(value.endsWith(suffix))),
  strcontains: define(['text', 'text'], (_, value, part) => boolean(value.includes(part))),
  split: define(['text', 'text'], (_, separator, value) =>
    list((separator === '' ? [...value] : value.split(separator)).map(text)),
  ),
  join: defineRest(['text'], 'list', (budget, separator, ...lists) => {
    const size = lists.reduce((sum, each) => sum + each.items.length, 0);
    if (size > LIMITS.valueItems) return budget.tooLarge('collection');
    const items = lists.flatMap((each) => each.items);
    const parts = items.flatMap((item, index) => (index === 0 ? [item] : [text(separator), item]));
    return concatenate(parts, budget);
  }),
  replace: define(['text', 'text', 'text'], (budget, value, search, replacement): Value => {
    if (search.length > 1 && search.startsWith('/') && search.endsWith('/')) {
      return replacePattern(value, search.slice(1, -1), replacement, budget);
    }
    const parts = search === '' ? ['', ...value, ''] : value.split(search);
    const length = value.length + (parts.length - 1) * (replacement.length - search.length);
    return length > LIMITS.valueCharacters
      ? budget.tooLarge('text')
      : text(normalize(parts.join(replacement)));
  }),
  substr: define(['text', 'number', 'number'], (_, value, offset, length) => {
    // Terraform counts what people see as characters; beyond ASCII that is not the same as code points.
    if (!isAscii(value)) return beyondAscii('substr');
    const start = offset.toNumber() < 0 ? Math.max(0, value.length + offset.toNumber()) : offset.toNumber();
    return text(length.isNegative() ? value.slice(start) : value.slice(start, start + length.toNumber()));
  }),
  indent: define(['number', 'text'], (budget, spaces, value) => {
    const lines = value.split('\n');
    const count = spaces.toNumber();
    if (!Number.isInteger(count) || count < 0) return failure('indent() needs a whole number of spaces');
    if (value.length + lines.length * count > LIMITS.valueCharacters) return budget.tooLarge('text');
    return text(lines.join('\n' + ' '.repeat(count)));
  }),
};

function beyondAscii(name: string): Value {
  return { kind: 'unknown', why: `${name}() of text beyond ASCII is not evaluated` };
}

/** Terraform maps each character to one character; where Unicode has longer forms, nothing is known. */
function changeCase(name: string, value: string, change: (character: string) => string): Value {
  if (isAscii(value)) return text(change(value));
  const changed = Array.from(value, change);
  return changed.every((character) => [...character].length === 1)
    ? text(changed.join(''))
    : beyondAscii(name);
}

/** Each letter after something that is no letter, digit or underscore becomes upper case. */
function titleCase(value: string): string {
  return value.replaceAll(/(?<![A-Za-z0-9_])[a-z]/g, (letter) => letter.toUpperCase());
}

function endOfContent(value: string): number {
  let end = value.length;
  while (end > 0 && (value[end - 1] === '\n' || value[end - 1] === '\r')) end--;
  return end;
}

function trimSet(value: string, cutset: string): string {
  const cut = new Set(cutset);
  const characters = [...value];
  let start = 0;
  let end = characters.length;
  while (start < end && cut.has(characters[start] ?? '')) start++;
  while (end > start && cut.has(characters[end - 1] ?? '')) end--;
  return characters.slice(start, end).join('');
}
