import { describe, expect, test } from 'vitest';
import { cacheDiagnostics, lifetimeOf } from '../../../src/bind/cache-of-call.ts';
import { followedSettings } from '../../../src/bind/followed-settings.ts';
import { resourceGraph } from '../../../src/bind/graph.ts';
import { tierOf } from '../../../src/bind/tier-of-call.ts';
import type { Diagnostic } from '../../../src/model/diagnostic.ts';
import type { CacheTimeToLive, Tier } from '../../../src/model/price.ts';

const ID = 'us.amazon.nova-pro-v1:0';
const call = (more = '', system = '[]') =>
  `c.converse(modelId="${ID}", messages=m, system=${system}${more})\n`;
const FLEX = ', serviceTier={"type": "flex"}';
const point = (more = '') => `[{"cachePoint": {"type": "default"${more}}}]`;

const graph = resourceGraph([]);
const parts = { directory: '.', manifest: undefined, resources: [], roots: [], sources: new Map() };
const joined = { parts, graph };
const owner = {
  name: 'chat',
  at: (key: string) => ({ file: 'bedrock-cost.yml', line: key === 'model' ? 5 : 9 }),
};
const settings = (text: string) =>
  followedSettings({ kind: 'file', file: 'a.py', written: 'a.py' }, ID, new Map([['a.py', text]]), graph);

function tier(stated: Tier | undefined, text: string) {
  const diagnostics: Diagnostic[] = [];
  const choice = tierOf(stated, settings(text), owner, joined, diagnostics);
  const places = diagnostics.map(({ code, at }) => `${code} ${at?.file}:${at?.line}`);
  return {
    tier: choice.unknownTier === undefined ? choice.tier : 'unknown',
    at: choice.source?.at.line,
    places,
  };
}

describe('the tier of a call that follows a file', () => {
  test.each([
    ['is what the file asks for', undefined, call(FLEX), 'flex', 1, []],
    ['is standard where it asks for none', undefined, call(), 'standard', undefined, []],
    [
      'is not known where two calls ask for different ones',
      undefined,
      call(FLEX) + call(),
      'unknown',
      undefined,
      ['binding-ambiguous bedrock-cost.yml:5'],
    ],
    ['is what the manifest states', 'flex', call(FLEX), 'flex', undefined, []],
    [
      'is what the manifest states, with a warning at both places where the file says another',
      'priority',
      call(FLEX),
      'priority',
      undefined,
      ['manifest-disagrees bedrock-cost.yml:9', 'manifest-disagrees a.py:1'],
    ],
    [
      'is what the manifest states, with a warning where the calls ask for none',
      'flex',
      call(),
      'flex',
      undefined,
      ['manifest-disagrees bedrock-cost.yml:9'],
    ],
    ['of a batch may be asked for elsewhere', 'batch', call(), 'batch', undefined, []],
  ] as const)('%s', (_, stated, text, expected, at, places) => {
    expect(tier(stated, text)).toEqual({ tier: expected, at, places });
  });

  test('is the standard one where the model follows no file', () => {
    const diagnostics: Diagnostic[] = [];
    expect(followedSettings(undefined, ID, new Map(), graph)).toBeUndefined();
    expect(tierOf(undefined, undefined, owner, joined, diagnostics)).toEqual({ tier: 'standard' });
    expect(diagnostics).toEqual([]);
  });
});

describe('the lifetime of a cache that follows a file', () => {
  test.each([
    ['as the cache point says', undefined, call('', point(', "ttl": "1h"')), '1h', 0],
    ['five minutes where it says nothing', undefined, call('', point()), '5m', 0],
    ['as stated, with two warnings where they differ', '5m', call('', point(', "ttl": "1h"')), '5m', 2],
    ['as stated where the file has no cache point', '1h', call(), '1h', 0],
    [
      'five minutes, with a warning, where the program decides',
      undefined,
      call('', point(', "ttl": t')),
      '5m',
      1,
    ],
    ['as stated where the program decides', '1h', call('', point(', "ttl": t')), '1h', 0],
    [
      'not known where two differ',
      undefined,
      call('', point(', "ttl": "1h"')) + call('', point()),
      'unknown',
      0,
    ],
  ] as const)('%s', (_, stated, text, expected, warnings) => {
    const diagnostics: Diagnostic[] = [];
    const lifetime = lifetimeOf(
      { timeToLive: stated as CacheTimeToLive | undefined },
      settings(text),
      owner,
      joined,
      diagnostics,
    );
    expect(lifetime.unknownTimeToLive === undefined ? lifetime.timeToLive : 'unknown').toBe(expected);
    expect(diagnostics).toHaveLength(warnings);
  });
});

test('no lifetime is asked for where the manifest states no cache', () => {
  const diagnostics: Diagnostic[] = [];
  const text = call('', point(', "ttl": t'));
  expect(lifetimeOf(undefined, settings(text), owner, joined, diagnostics)).toEqual({ timeToLive: '5m' });
  expect(diagnostics).toEqual([]);
});

describe('whether the prompt is cached', () => {
  test.each([
    ['both say so', true, call('', point()), []],
    ['neither says so', false, call(), []],
    ['the manifest alone', true, call(), ['warning bedrock-cost.yml:9']],
    ['the file alone', false, call('', point()), ['notice a.py:1']],
  ] as const)('%s', (_, hasCache, text, expected) => {
    const found = cacheDiagnostics(hasCache, { tier: 'standard' }, settings(text), owner);
    expect(found.map(({ severity, at }) => `${severity} ${at?.file}:${at?.line}`)).toEqual(expected);
  });
});
