import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from '../../../src/model/edit-distance.ts';
import type { ModelAnswer, Scope } from '../../../src/model/price.ts';
import { loadCatalogueFile, loadModelCatalogue } from '../../../src/prices/catalogue.ts';
import { PROFILE_PREFIXES } from '../../../src/prices/model-id.ts';
import { KNOWN_MODELS } from '../../../src/prices/update/known-models.ts';

const models = await loadModelCatalogue();
const file = await loadCatalogueFile();

function short(answer: ModelAnswer): string {
  if (answer.kind === 'model') return [answer.model.key, answer.scope, answer.prefix ?? ''].join(' ').trim();
  if (answer.kind === 'opaque') return `opaque: ${answer.what}`;
  if (answer.kind === 'ambiguous') return `ambiguous: ${answer.candidates.join(', ')}`;
  return 'unknown';
}

const HAIKU = 'anthropic.claude-haiku-4-5';
const HAIKU_ID = 'anthropic.claude-haiku-4-5-20251001-v1:0';

describe('the model that an id names', () => {
  it.each<[string, string]>([
    [HAIKU_ID, `${HAIKU} in-region`],
    [`us.${HAIKU_ID}`, `${HAIKU} geographic us`],
    [`global.${HAIKU_ID}`, `${HAIKU} global global`],
    [`us-gov.${HAIKU_ID}`, `${HAIKU} geographic us-gov`],
    [`in.${HAIKU_ID}`, `${HAIKU} geographic in`],
    [`ca.${HAIKU_ID}`, `${HAIKU} geographic ca`],
    [HAIKU, `${HAIKU} in-region`],
    ['anthropic.claude-haiku-4-5-20251001', `${HAIKU} in-region`],
    ['anthropic.claude-haiku-4-5-20251001-v1', `${HAIKU} in-region`],
    ['anthropic.claude-haiku-4-5-v1:0', `${HAIKU} in-region`],
    [`  us.${HAIKU_ID}\n`, `${HAIKU} geographic us`],
    [`us. ${HAIKU_ID}`, `${HAIKU} geographic us`],
    [`bedrock/us.${HAIKU_ID}`, `${HAIKU} geographic us`],
    [`bedrock/converse/global.${HAIKU_ID}`, `${HAIKU} global global`],
    ['Amazon.Nova-Lite-v1:0', 'amazon.nova-lite in-region'],
    ['amazon.titan-embed-text-v2:0', 'amazon.titan-embed-text-v2 in-region'],
    ['amazon.titan-embed-text-v2', 'amazon.titan-embed-text-v2 in-region'],
    ['amazon.titan-embed-text-v2:0:8k', 'amazon.titan-embed-text-v2 in-region'],
    ['amazon.titan-embed-text-v1:2:8k', 'amazon.titan-embed-text-v1 in-region'],
    ['amazon.titan-text-lite-v1:0:4k', 'amazon.titan-text-lite in-region'],
    ['amazon.rerank-v1:0', 'amazon.rerank-v1 in-region'],
    ['amazon.rerank', 'amazon.rerank-v1 in-region'],
    ['cohere.rerank-v3-5:0', 'cohere.rerank-v3-5 in-region'],
    ['cohere.embed-english-v3:0:512', 'cohere.embed-english-v3 in-region'],
    ['cohere.command-text-v14:7:4k', 'cohere.command-text in-region'],
    ['anthropic.claude-3-sonnet-20240229-v1:0:200k', 'anthropic.claude-3-sonnet in-region'],
    ['anthropic.claude-3-5-sonnet-20240620-v1:0:18k', 'anthropic.claude-3-5-sonnet-v1 in-region'],
    ['claude-3-sonnet-20240229-v1', 'unknown'],
    ['anthropic.claude-3-5-sonnet-20241022-v2:0', 'anthropic.claude-3-5-sonnet-v2 in-region'],
    ['anthropic.claude-v2', 'anthropic.claude-v2 in-region'],
    ['anthropic.claude-v2:1', 'anthropic.claude-v2-1 in-region'],
    ['anthropic.claude-v2:1:200k', 'anthropic.claude-v2-1 in-region'],
    ['anthropic.claude-v2:0:100k', 'anthropic.claude-v2 in-region'],
    ['anthropic.claude-instant-v1:2:100k', 'anthropic.claude-instant in-region'],
    ['anthropic.claude-sonnet-4-6', 'anthropic.claude-sonnet-4-6 in-region'],
    ['anthropic.claude-sonnet-4-6-v1:0', 'anthropic.claude-sonnet-4-6 in-region'],
    ['anthropic.claude-opus-4-6-v1', 'anthropic.claude-opus-4-6 in-region'],
    ['anthropic.claude-opus-4-6-v1:0', 'anthropic.claude-opus-4-6 in-region'],
    ['eu.anthropic.claude-opus-5', 'anthropic.claude-opus-5 geographic eu'],
    ['openai.gpt-oss-120b-1:0', 'openai.gpt-oss-120b in-region'],
    ['openai.gpt-5.6-luna', 'openai.gpt-5.6-luna in-region'],
    ['in.openai.gpt-5.6-terra', 'openai.gpt-5.6-terra geographic in'],
    ['deepseek.v3-v1:0', 'deepseek.v3.1 in-region'],
    ['deepseek.v3.1', 'deepseek.v3.1 in-region'],
    ['stability.stable-image-core-v1:0', 'stability.stable-image-core in-region'],
    ['meta.llama3-1-70b-instruct-v1:0:128k', 'meta.llama3-1-70b-instruct in-region'],
    ['meta.llama3-70b', 'meta.llama3-70b-instruct in-region'],
    ['mistral.mistral-large-2402-v1', 'mistral.mistral-large-2402 in-region'],
    [`arn:aws:bedrock:us-east-1::foundation-model/${HAIKU_ID}`, `${HAIKU} in-region`],
    [
      `arn:aws-us-gov:bedrock:us-gov-west-1::foundation-model/amazon.nova-lite-v1:0`,
      'amazon.nova-lite in-region',
    ],
    [`arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.${HAIKU_ID}`, `${HAIKU} geographic us`],
    [
      `arn:aws:bedrock:eu-west-1:123456789012:inference-profile/global.anthropic.claude-opus-5`,
      'anthropic.claude-opus-5 global global',
    ],
    [
      'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abcdef123456',
      'opaque: application inference profile',
    ],
    ['arn:aws:bedrock:us-east-1:123456789012:provisioned-model/abcdef123456', 'opaque: provisioned model'],
    [`arn:aws:bedrock:us-east-1:123456789012:custom-model/${HAIKU_ID}/abcdef123456`, 'opaque: custom model'],
    [
      'arn:aws:bedrock:us-east-1:123456789012:custom-model-deployment/abcdef123456',
      'opaque: custom model deployment',
    ],
    ['arn:aws:bedrock:us-east-1:123456789012:imported-model/abcdef123456', 'opaque: imported model'],
    [
      'arn:aws:bedrock:us-east-1:123456789012:default-prompt-router/anthropic.claude:1',
      'opaque: prompt router',
    ],
    ['arn:aws:bedrock:us-east-1:123456789012:prompt-router/abcdef123456', 'opaque: prompt router'],
    ['arn:aws:bedrock:us-east-1:123456789012:guardrail/abcdef123456', 'unknown'],
    ['arn:aws:s3:::bucket/amazon.nova-lite-v1:0', 'unknown'],
    [
      'anthropic.claude-3-5-sonnet',
      'ambiguous: anthropic.claude-3-5-sonnet-20240620-v1:0, anthropic.claude-3-5-sonnet-20241022-v2:0',
    ],
    [
      'us.anthropic.claude-3-5-sonnet',
      'ambiguous: us.anthropic.claude-3-5-sonnet-20240620-v1:0, us.anthropic.claude-3-5-sonnet-20241022-v2:0',
    ],
    ['amazon.titan-embed-text', 'ambiguous: amazon.titan-embed-text-v1, amazon.titan-embed-text-v2:0'],
    ['mistral.mistral-large', 'ambiguous: mistral.mistral-large-2402-v1:0, mistral.mistral-large-2407-v1:0'],
    ['anthropic.claude-haiku-4-5-20250514-v1:0', 'unknown'],
    ['amazon.nova-lite-v2:0', 'unknown'],
    ['mx.anthropic.claude-haiku-4-5', 'unknown'],
    ['', 'unknown'],
    ['__proto__', 'unknown'],
    ['constructor.constructor', 'unknown'],
    ['us.', 'unknown'],
  ])('%s', (id, expected) => {
    expect(short(models.resolve(id))).toBe(expected);
  });

  it.each<[string, string]>([
    ['anthropic.claude-haiku-4-6', HAIKU_ID],
    ['us.anthropic.claude-hiaku-4-5', `us.${HAIKU_ID}`],
    ['claude-haiku-4-5', HAIKU_ID],
    ['anthropic.claude-haiku-4-5-20250514-v1:0', HAIKU_ID],
    ['amazon.nova-light-v1:0', 'amazon.nova-lite-v1:0'],
  ])('%s is near %s', (id, near) => {
    const answer = models.resolve(id);
    expect(answer.kind === 'unknown' && answer.nearest).toContain(near);
  });

  it('says what an opaque ARN is and what to write', () => {
    expect(models.resolve('arn:aws:bedrock:us-east-1:1:application-inference-profile/x')).toEqual({
      kind: 'opaque',
      what: 'application inference profile',
      why: 'this names an application inference profile; the model behind it is stated where the profile is created',
      hint: 'model: amazon.nova-lite-v1:0',
    });
  });
});

describe('every model of the catalogue', () => {
  it('is named by its key, its id and every other id of it, bare and with every prefix', () => {
    for (const model of file.models) {
      for (const id of [model.key, model.id, ...(model.aliases ?? [])]) {
        expect(short(models.resolve(id))).toBe(`${model.key} in-region`);
        for (const prefix of PROFILE_PREFIXES) {
          const scope: Scope = prefix === 'global' ? 'global' : 'geographic';
          expect(short(models.resolve(`${prefix}.${id}`))).toBe(`${model.key} ${scope} ${prefix}`);
        }
      }
    }
  });

  it('is one that is known by hand, and the other way round', () => {
    expect(file.models.map(({ key, id }) => [key, id])).toEqual(KNOWN_MODELS.map(({ key, id }) => [key, id]));
  });

  it('is followed by an active model of its family and rank, if by any', () => {
    for (const model of file.models.filter(({ successor }) => successor !== undefined)) {
      const next = file.models.find(({ key }) => key === model.successor);
      expect(next).toMatchObject({ lifecycle: 'active', family: model.family, rank: model.rank });
    }
  });

  it('states the facts that the cards and the overrides state', () => {
    const fact = (key: string) => file.models.find((model) => model.key === key);
    expect(fact(HAIKU)).toMatchObject({
      cacheMinimum: 4096,
      cacheTimesToLive: ['5m', '1h'],
      contextWindow: 200_000,
      tokenizer: 'claude-3',
    });
    expect(fact('anthropic.claude-opus-4-7')).toMatchObject({
      tokenizer: 'claude-4.7',
      family: 'claude',
      rank: 3,
    });
    expect(fact('anthropic.claude-haiku-5-5')).toMatchObject({ longContextThreshold: 100_000 });
    expect(fact('openai.gpt-6.1-sol')).toMatchObject({
      longContextThreshold: 272_000,
      cacheTimesToLive: ['30m'],
    });
    expect(fact('anthropic.claude-sonnet-4')).toMatchObject({
      lifecycle: 'legacy',
      endOfLife: '2026-10-14',
      successor: 'anthropic.claude-sonnet-5-5',
    });
    expect(fact('anthropic.claude-3-haiku')).toMatchObject({ lifecycle: 'retired', endOfLife: '2026-09-10' });
    expect(fact('anthropic.claude-3-5-sonnet-v2')).toMatchObject({ lifecycle: 'extended-access' });
    expect(fact('amazon.titan-embed-text-v2')).toMatchObject({ dimensions: [256, 512, 1024] });
    expect(fact('amazon.nova-pro')).toMatchObject({ tiers: ['standard', 'priority', 'flex'] });
    expect(fact('amazon.nova-lite')).toMatchObject({ tiers: ['standard'] });
  });
});

describe('any text', () => {
  it('gets an answer', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (text) => {
        expect(['model', 'ambiguous', 'opaque', 'unknown']).toContain(models.resolve(text).kind);
      }),
    );
  });

  it('gets the same answer with spaces around it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...file.models.map(({ id }) => id)),
        fc.stringMatching(/^[ \t\n]{0,5}$/),
        (id, space) => {
          expect(models.resolve(`${space}${id}${space}`)).toEqual(models.resolve(id));
        },
      ),
    );
  });
});

it('measures how far two names are apart', () => {
  expect([editDistance('', 'abc'), editDistance('kitten', 'sitting'), editDistance('same', 'same')]).toEqual([
    3, 3, 0,
  ]);
});

it('keeps a source with each override', () => {
  const path = join(import.meta.dirname, '../../../src/prices/data/overrides.json');
  const overrides = JSON.parse(readFileSync(path, 'utf8')) as Record<string, { source?: string }[]>;
  for (const [name, entries] of Object.entries(overrides)) {
    if (name !== 'lines')
      for (const entry of entries)
        expect([name, entry.source]).toEqual([name, expect.stringMatching(/\S{3}/)]);
  }
});
