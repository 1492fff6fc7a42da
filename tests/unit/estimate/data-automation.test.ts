import { describe, expect, test } from 'vitest';
import { estimated, lines, problems } from './estimating.ts';
import { estimatedTemplate } from './templates.ts';

const workload = (keys: string) => `workloads:\n  w:\n    data_automation: { ${keys} }\n`;

describe('Data Automation', () => {
  test.each([
    ['pages: 1000 per month', ['standard pages: 10']],
    ['custom_pages: 1000 per month', ['custom pages: 40']],
    ['custom_images: 1000 per month', ['custom images: 5']],
    ['custom_documents: { forms: { pages: 1000 per month, fields: 30 } }', ['custom pages, forms: 40']],
    [
      'custom_documents: { forms: { pages: 1000 per month, fields: 31 } }',
      ['custom pages, forms: 40', 'fields over 30, forms: 0.5'],
    ],
  ])('%s', async (keys, expected) => {
    expect(lines(await estimated(workload(keys)))).toEqual(expected);
  });

  test('of the pricing page: 40 pages with 20 fields and 10 pages with 40 fields cost 2.05', async () => {
    const made = await estimated(
      workload(
        'custom_documents: { first: { pages: 40 per month, fields: 20 }, second: { pages: 10 per month, fields: 40 } }',
      ),
    );
    expect(lines(made)).toEqual([
      'custom pages, first: 1.6',
      'custom pages, second: 0.4',
      'fields over 30, second: 0.05',
    ]);
  });

  test.each(['images', 'audio_minutes', 'custom_audio_minutes', 'video_minutes', 'custom_video_minutes'])(
    '%s have no price in the book, and the line that states one',
    async (key) => {
      const [line] = lines(await estimated(workload(`${key}: 10 per month`)));
      expect(line).toMatch(
        /not priced: the price book has no price for .* \| prices: \{ exact: \[\{ subject: data-automation,/,
      );
    },
  );

  test('a project without usage, by what its blueprints make of it', async () => {
    const project = (properties: { readonly [key: string]: { readonly Blueprints: readonly string[] } }) =>
      estimatedTemplate({ Project: { type: 'AWS::Bedrock::DataAutomationProject', properties } });
    expect(lines(await project({}))).toEqual([
      'standard pages: not priced: how many pages, images or minutes it processes is not stated | resources: { Project: { pages: 10k per month } }',
    ]);
    expect(lines(await project({ CustomOutputConfiguration: { Blueprints: ['a'] } }))[0]).toMatch(
      /^custom pages: not/,
    );
  });
});

describe('a project that a workload uses', () => {
  const PROJECT = { Project: { type: 'AWS::Bedrock::DataAutomationProject' } };
  const manifest = (entry: string, more = '') =>
    `workloads:\n  w:\n    uses: [Project]\n    data_automation: { pages: 1000 per month }\n${more}resources: { Project: { ${entry} } }\n`;

  test('counts once beside its own entry', async () => {
    const made = await estimatedTemplate(PROJECT, manifest('pages: 5000 per month'));
    expect(lines(made)).toEqual(['standard pages: 10']);
    expect(problems(made)).toEqual([
      'charge-counted-once: What w states under data_automation is what Project processes, whose own entry is not counted again. | remove data_automation of w (bedrock-cost.yml:6), or the entry of Project under resources (bedrock-cost.yml:7)',
    ]);
  });

  test('costs nothing beside the extra charge that covers it', async () => {
    const amount = 'extra_charges: [{ name: documents, monthly: 5, layer: features }]\n';
    expect(lines(await estimatedTemplate(PROJECT, manifest('priced_by: documents', amount)))).toEqual([
      'stated amount: 5',
    ]);
  });
});

test('the fee of a router that an extra charge covers', async () => {
  const router = { Router: { type: 'AWS::Bedrock::IntelligentPromptRouter' } };
  const workload = 'workloads:\n  w: { uses: [Router], requests: 1M per month, prompt_routing: {} }\n';
  const amount =
    'extra_charges: [{ name: routing, monthly: 5, layer: inference }]\nresources: { Router: { priced_by: routing } }\n';
  const fees = async (manifest: string) =>
    lines(await estimatedTemplate(router, manifest)).filter((line) => line.startsWith('routed'));
  expect(await fees(workload)).toEqual(['routed requests: 1000']);
  expect(await fees(workload + amount)).toEqual([]);
});

describe('prompt optimization', () => {
  test.each([
    ['tokens: 1M per month', ['optimized tokens: 30', 'monthly']],
    ['one_time_tokens: 200k', ['optimized tokens, once: 6', 'one-time']],
    [
      '',
      [
        'optimized tokens: not priced: how many tokens of prompts are optimized is not stated | prompt_optimization: { tokens: 200k per month }',
        'monthly',
      ],
    ],
  ])('%s', async (keys, expected) => {
    const made = await estimated(`workloads:\n  w:\n    prompt_optimization: { ${keys} }\n`);
    expect([...lines(made), made.charges[0]?.period]).toEqual(expected);
  });
});
