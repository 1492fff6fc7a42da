/** What a name in a file is given: the tier or the lifetime that a constant, a key or a variable holds. */
import type { CacheTimeToLive } from '../model/price.ts';
import { bracketsOf } from './brackets.ts';
import { lifetimeIn } from './cache-points.ts';
import { lineCounter } from './line-counter.ts';
import { languageOf } from './scanned-files.ts';
import { type SettingValue, valueBehind } from './setting-value.ts';
import type { Possible, PossibleTier } from './settings-of-model.ts';
import { type TierKind, tierIn, tierNamed } from './tier-value.ts';

/** Places of a name in one file that are looked at. */
const MOST = 200;

/** The tiers that a name is given, one for each place. */
export function tiersNamed(path: string, text: string, name: string): readonly PossibleTier[] {
  const bare = isBare(path);
  return given(path, text, name).map(({ text: value, line }) => {
    const plain = value.trim().replace(/^(["'`])(.*)\1$/, '$2');
    const tier = tierNamed(plain);
    if (tier !== undefined) return { value: tier, line };
    const kinds: readonly TierKind[] = ['tier', 'latency'];
    for (const kind of kinds) {
      const found = tierIn(value, kind, bare);
      const [only, ...others] = found?.tiers ?? [];
      if (found?.environment !== undefined) return { value: only, line, variable: found.environment };
      if (found?.sure === true && others.length === 0) return { value: only, line };
    }
    return { value: undefined, line };
  });
}

/** The lifetimes that a name is given, one for each place. */
export function lifetimesNamed(
  path: string,
  text: string,
  name: string,
): readonly Possible<CacheTimeToLive>[] {
  return given(path, text, name).map(({ text: value, line }) => {
    const { timeToLive, variable } = lifetimeIn(value.trim()) ?? { timeToLive: undefined };
    return { value: timeToLive, line, ...(variable === undefined ? {} : { variable }) };
  });
}

function isBare(path: string): boolean {
  const language = languageOf(path) ?? 'properties';
  return language === 'yaml' || language === 'properties' || language === 'shell';
}

/** Every value that a whole word is given, in order. */
function given(
  path: string,
  text: string,
  name: string,
): readonly (SettingValue & { readonly line: number })[] {
  const language = languageOf(path) ?? 'properties';
  const word = name.slice(name.lastIndexOf('.') + 1);
  if (language === 'notebook' || language === 'markup' || word === '') return [];
  const brackets = bracketsOf(text, language);
  const lineAt = lineCounter(text);
  const found: (SettingValue & { readonly line: number })[] = [];
  for (
    let at = text.indexOf(word);
    at !== -1 && found.length < MOST;
    at = text.indexOf(word, at + word.length)
  ) {
    const end = at + word.length;
    if (/[\w$]/.test(text.charAt(at - 1)) || /[\w$]/.test(text.charAt(end)) || brackets.isComment(at))
      continue;
    const value = valueBehind(text, afterType(text, end), brackets);
    if (value !== undefined) found.push({ ...value, line: lineAt(at) });
  }
  return found;
}

/** Behind the type of a declaration: `: str` in `TIER: str = "flex"`. */
function afterType(text: string, end: number): number {
  const type = /^\s{0,3}:?\s{0,3}[\w.|]{1,40}\s{0,3}(?==(?![=>]))/.exec(text.slice(end, end + 80))?.[0];
  return end + (type?.length ?? 0);
}
