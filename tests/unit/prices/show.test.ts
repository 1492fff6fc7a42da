import { describe, expect, it } from 'vitest';
import { loadBookFile } from '../../../src/prices/book.ts';
import { loadCatalogueFile } from '../../../src/prices/catalogue.ts';
import { listPrices, renderList, renderShown, showModel } from '../../../src/prices/show.ts';

const book = await loadBookFile();
const catalogue = await loadCatalogueFile();

function shown(name: string, region?: string): string {
  const answer = showModel(book, catalogue, name, region);
  return answer.found ? renderShown(answer.shown) : answer.why;
}

describe('prices show', () => {
  it('prints a model in a region, with units, dates and sources', () => {
    expect(
      shown('global.anthropic.claude-haiku-4-5', 'us-east-1'),
    ).toBe(`Claude Haiku 4.5 (Anthropic), anthropic.claude-haiku-4-5-20251001-v1:0
context 200,000 tokens · caches from 4,096 tokens · for 5m or 1h · active · profiles au, eu, global, in, jp, us

USD per 1,000,000 tokens in us-east-1
scope   tier      input  output  cache-read  cache-write-5m  cache-write-1h  as of
global  batch       0.5     2.5           -               -               -  2026-10-08
global  standard      1       5         0.1            1.25               2  2026-10-08

USD per 1,000 TPM-hours in us-east-1
scope   tier      input-1-month  input-3-months  output-1-month  output-3-months  as of
global  reserved           0.06           0.054             0.3             0.27  2026-07-24

Sources (date, confidence)
  2026-10-08  A  AWS Price List of 2026-10-08, by inferplane/model-comparision@16734176
  2026-07-24  B  AWS pricing page of 2026-07-24, per 1,000 tokens a minute for one hour; the same in every region seen
`);
  });

  it('puts regions with the same prices together', () => {
    expect(shown('cohere.rerank-v3-5')).toContain(
      'in-region  standard      2  2026-07-24  ap-northeast-1, ca-central-1 and 3 more\n',
    );
  });

  it('prints long context as a line of its own', () => {
    expect(shown('us.openai.gpt-6.1-sol', 'us-east-1')).toContain(
      'geographic  standard, long context    4.4    16.5        0.22              5.5  2026-10-08\n',
    );
  });

  it('prints a feature', () => {
    expect(shown('flows')).toContain(
      'USD per 1,000 node transitions\nscope  tier      node-transition  as of       regions\n-      standard            0.035  2026-02-01  us-east-1\n',
    );
  });

  it.each([
    [
      'anthropic.claude-haiku-4-6',
      undefined,
      'anthropic.claude-haiku-4-6 is not in the model catalogue; the nearest are anthropic.claude-haiku-4-5-20251001-v1:0',
    ],
    [
      'amazon.titan-embed-text',
      undefined,
      'amazon.titan-embed-text could be any of amazon.titan-embed-text-v1, amazon.titan-embed-text-v2:0',
    ],
    ['amazon.nova-lite', 'us-east-9', 'the price book has no price of amazon.nova-lite in us-east-9'],
    [
      'global.amazon.nova-lite-v1:0',
      'us-east-1',
      'the price book has no price of amazon.nova-lite in us-east-1 (global)',
    ],
    ['constructor', undefined, 'constructor is not in the model catalogue'],
  ])('says why it has nothing of %s', (name, region, why) => {
    expect(shown(name, region)).toContain(why);
  });
});

describe('prices list', () => {
  it('filters by every part of a key', () => {
    const rows = listPrices(book, {
      provider: 'amazon',
      dimension: 'input',
      region: 'us-east-1',
      scope: 'global',
      tier: 'batch',
    });
    expect(rows.map((row) => [row.subject, row.usd])).toContainEqual(['amazon.nova-2-lite', '0.15']);
    expect(new Set(rows.map((row) => [row.dimension, row.region, row.scope, row.tier].join()))).toEqual(
      new Set(['input,us-east-1,global,batch']),
    );
  });

  it('prints a table', () => {
    expect(
      renderList(listPrices(book, { subject: 'luma.ray-v2' })),
    ).toBe(`subject      dimension          region     scope      tier       USD  per                 as of       confidence
luma.ray-v2  video-second-540p  us-west-2  in-region  standard  0.75  1 seconds of video  2026-07-24  A
luma.ray-v2  video-second-720p  us-west-2  in-region  standard   1.5  1 seconds of video  2026-07-24  A
`);
    expect(renderList([])).toBe('no price fits\n');
  });
});
