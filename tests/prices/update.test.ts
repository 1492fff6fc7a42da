import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PriceKey } from '../../src/model/price.ts';
import { priceBookOf } from '../../src/prices/book.ts';
import type { BookFile } from '../../src/prices/book-file.ts';
import { type UpdateOptions, type UpdateResult, updatePrices } from '../../src/prices/update/run.ts';
import { type SkuFile, skuOf } from '../../src/prices/update/skus.ts';
import { oldBookDirectory } from './old-book.ts';
import { FIXTURE_ROWS, type FixtureRow } from './price-list-fixture.ts';
import { type StandIn, type StandInOptions, startStandIn } from './stand-in.ts';

const EXPECTED = join(import.meta.dirname, 'data/expected-book.json');

let directory: string;
let oldText: string;
let standIn: StandIn | undefined;
let said: string[];

beforeEach(() => {
  ({ directory, text: oldText } = oldBookDirectory());
  said = [];
});

afterEach(async () => {
  await standIn?.close();
  standIn = undefined;
  rmSync(directory, { recursive: true });
});

async function update(
  options: StandInOptions = {},
  more: Partial<UpdateOptions> = {},
): Promise<UpdateResult> {
  await standIn?.close();
  standIn = await startStandIn(options);
  return updatePrices({
    directory,
    baseUrl: standIn.url,
    say: (line) => said.push(line),
    environment: {},
    wait: async () => undefined,
    ...more,
  });
}

function bookText(): string {
  return readFileSync(join(directory, 'book.json'), 'utf8');
}

function usd(key: Omit<PriceKey, 'region'> & { region?: string }): string {
  const answer = priceBookOf(JSON.parse(bookText()) as BookFile).price({ region: 'us-east-1', ...key });
  return answer.found ? `${answer.price.usd.toFixed()} per ${answer.price.per.toFixed()}` : 'none';
}

function withRow(row: Partial<FixtureRow>): readonly FixtureRow[] {
  const [first] = FIXTURE_ROWS;
  if (first === undefined) throw new Error('the fixture is empty');
  return [...FIXTURE_ROWS, { ...first, ...row }];
}

describe('a refresh', () => {
  it('gives the same book byte for byte, in whatever order the rows come', async () => {
    expect(await update()).toMatchObject({ exitCode: 0 });
    expect(bookText()).toBe(readFileSync(EXPECTED, 'utf8'));
    writeFileSync(join(directory, 'book.json'), oldText);
    expect(await update({ packed: true })).toMatchObject({ exitCode: 0 });
    expect(bookText()).toBe(readFileSync(EXPECTED, 'utf8'));
  });

  it('gives the same book again from the new one', async () => {
    await update();
    const first = bookText();
    await update();
    expect(bookText()).toBe(first);
    expect(said.slice(-25)).toContain('Changed prices: none');
  });

  it('says what is new, changed, gone and has no place', async () => {
    await update();
    const text = said.join('\n');
    expect(text).toContain(
      'amazon.nova-lite input in-region in us-east-1: 0.07 -> 0.06 USD per 1000000 tokens',
    );
    expect(text).toMatch(/New prices: \d+/);
    expect(text).toContain('amazon.nova-micro input in-region: 0.035 USD in us-east-1');
    expect(text).toContain('AmazonBedrock USE1-SomethingNew-Units (unit)');
    expect(text).toContain('AmazonS3 USE1-VectorSomething-ByteHrs (GB-Mo)');
    expect(text).toContain('Two prices for one key: none');
  });

  it('keeps prices that the price list says nothing about, and no others', async () => {
    await update();
    expect(usd({ subject: 'nova-act', dimension: 'agent-hour' })).toBe('4.75 per 1');
    expect(usd({ subject: 'openai.gpt-5.5', dimension: 'input' })).toBe('5.5 per 1000000');
    expect(usd({ subject: 'amazon.nova-lite', dimension: 'input', region: 'eu-north-1' })).toBe('none');
    expect(usd({ subject: 'lambda', dimension: 'request' })).toBe('0.2 per 1000000');
    expect(usd({ subject: 'flows', dimension: 'node-transition' })).toBe('0.035 per 1000');
    expect(said.join('\n')).toContain('flows node-transition: 9 USD in eu-west-1');
    expect(usd({ subject: 'amazon.nova-micro', dimension: 'input' })).toBe('none');
    expect(usd({ subject: 'amazon.nova-lite', dimension: 'cache-write-1h' })).toBe('none');
    expect(JSON.parse(bookText())).toMatchObject({
      subjects: { kendra: { unsettled: { 'genai-index-hour': 'not settled' } } },
    });
  });

  it('records the SKU of a price', async () => {
    await update();
    const skus = JSON.parse(readFileSync(join(directory, 'skus.json'), 'utf8')) as SkuFile;
    expect(skuOf(skus, 'amazon.nova-lite', 'input', 'in-region/standard/normal', 'us-east-1')).toBe(
      'SKU0000000000000',
    );
    expect(
      skuOf(skus, 'amazon.nova-lite', 'input', 'in-region/standard/normal', 'eu-north-1'),
    ).toBeUndefined();
    expect(skuOf(skus, 'constructor', 'input', 'in-region/standard/normal', 'us-east-1')).toBeUndefined();
  });

  it('leaves other regions alone where it is asked for some', async () => {
    await update({}, { regions: ['us-west-2'] });
    expect(usd({ subject: 'amazon.nova-lite', dimension: 'input', region: 'eu-north-1' })).toBe(
      '0.08 per 1000000',
    );
    expect(usd({ subject: 'amazon.nova-lite', dimension: 'input' })).toBe('0.07 per 1000000');
    expect(
      usd({ subject: 'amazon.nova-lite', dimension: 'input', region: 'us-west-2', scope: 'geographic' }),
    ).toBe('0.06 per 1000000');
  });
});

describe('a refresh in an empty directory', () => {
  it('begins with the book of this release', async () => {
    rmSync(directory, { recursive: true });
    mkdirSync(directory);
    expect(await update()).toMatchObject({ exitCode: 0 });
    expect(usd({ subject: 'nova-act', dimension: 'agent-hour' })).toBe('4.75 per 1');
    expect(usd({ subject: 'amazon.nova-lite', dimension: 'input' })).toBe('0.06 per 1000000');
    expect(usd({ subject: 'amazon.nova-lite', dimension: 'input', region: 'eu-west-2' })).toBe('none');
  });
});

describe('traps of the price list', () => {
  it('counts tokens by the unit of each offer', async () => {
    await update();
    expect(usd({ subject: 'amazon.nova-lite', dimension: 'input' })).toBe('0.06 per 1000000');
    expect(
      usd({
        subject: 'anthropic.claude-haiku-4-5',
        dimension: 'input',
        region: 'us-west-2',
        scope: 'global',
      }),
    ).toBe('1 per 1000000');
    expect(usd({ subject: 'anthropic.claude-3-sonnet', dimension: 'input' })).toBe('3 per 1000000');
    expect(usd({ subject: 'anthropic.claude-3-opus', dimension: 'input' })).toBe('15 per 1000000');
    expect(usd({ subject: 'agentcore', dimension: 'evaluation-input' })).toBe('2.4 per 1000000');
  });

  it('reads reserved capacity per thousand tokens a minute, whatever its unit says', async () => {
    await update();
    const key = { subject: 'anthropic.claude-sonnet-4-6', tier: 'reserved' } as const;
    expect(usd({ ...key, dimension: 'input-1-month', scope: 'geographic' })).toBe('0.198 per 1000');
    expect(usd({ ...key, dimension: 'output-3-months', scope: 'global' })).toBe('0.81 per 1000');
  });

  it('never writes a cache write of Nova at zero', async () => {
    await update();
    const answer = priceBookOf(JSON.parse(bookText()) as BookFile).price({
      subject: 'amazon.nova-lite',
      dimension: 'cache-write-5m',
      region: 'us-east-1',
    });
    expect(answer).toMatchObject({ found: true, price: { confidence: 'C' } });
    expect(usd({ subject: 'amazon.nova-lite', dimension: 'cache-write-5m' })).toBe('0.06 per 1000000');
  });

  it('writes no other token at zero', async () => {
    const rows = withRow({ usagetype: 'USE1-NovaLite-output-tokens-flex', usd: '0.0000000000' });
    expect(await update({ rows })).toMatchObject({ exitCode: 0 });
    expect(usd({ subject: 'amazon.nova-lite', dimension: 'output', tier: 'flex' })).toBe('none');
    expect(said.join('\n')).toContain('1 rows: tokens listed at zero');
  });

  it('keeps custom models, speech and images off the price of text tokens', async () => {
    await update();
    expect(usd({ subject: 'amazon.nova-sonic', dimension: 'input' })).toBe('0.06 per 1000000');
    expect(usd({ subject: 'amazon.nova-sonic', dimension: 'speech-input' })).toBe('3.4 per 1000000');
    expect(usd({ subject: 'amazon.nova-2-omni', dimension: 'output' })).toBe('none');
    expect(said.join('\n')).toContain('1 rows: custom, not text tokens');
  });

  it('lets no row win by standing first', async () => {
    const rows = withRow({ usagetype: 'USE1-NovaLite-input-tokens', usd: '0.0000500000' });
    expect(await update({ rows })).toMatchObject({ exitCode: 1 });
    expect(said.join('\n')).toContain(
      'amazon.nova-lite input in-region/standard/normal us-east-1: 0.06 and 0.05 USD',
    );
    expect(bookText()).toBe(oldText);
  });

  it('prefers the endpoint bedrock-runtime where bedrock-mantle has another price', async () => {
    await update();
    expect(usd({ subject: 'qwen.qwen3-32b', dimension: 'input' })).toBe('0.15 per 1000000');
    expect(usd({ subject: 'qwen.qwen3-32b', dimension: 'output' })).toBe('0.6 per 1000000');
  });

  it('keeps the tier that only the name of the model says', async () => {
    await update();
    expect(usd({ subject: 'amazon.nova-pro', dimension: 'input' })).toBe('0.8 per 1000000');
    expect(usd({ subject: 'amazon.nova-pro', dimension: 'input', tier: 'latency-optimized' })).toBe(
      '1 per 1000000',
    );
    expect(usd({ subject: 'amazon.nova-pro', dimension: 'input', tier: 'flex' })).toBe('0.4 per 1000000');
  });

  it('writes a price without a scope for the scopes that are offered, and says where none is', async () => {
    await update();
    expect(usd({ subject: 'amazon.nova-2-lite', dimension: 'input' })).toBe('none');
    expect(usd({ subject: 'amazon.nova-2-lite', dimension: 'input', scope: 'geographic' })).toBe(
      '0.33 per 1000000',
    );
    expect(usd({ subject: 'amazon.nova-2-lite', dimension: 'input', scope: 'global' })).toBe(
      '0.3 per 1000000',
    );
    expect(said.join('\n')).toContain('amazon.nova-pro in us-west-2');
  });

  it('finds a model whose name is cut by the grammar, or stands in another attribute', async () => {
    await update();
    expect(usd({ subject: 'amazon.titan-embed-text-v2', dimension: 'input' })).toBe('0.02 per 1000000');
    expect(usd({ subject: 'amazon.titan-text-lite', dimension: 'input' })).toBe('0.15 per 1000000');
  });

  it('reads long context, terms and times to live', async () => {
    await update();
    const sonnet = { subject: 'anthropic.claude-sonnet-4', scope: 'global', context: 'long' } as const;
    expect(usd({ ...sonnet, dimension: 'input' })).toBe('6 per 1000000');
    expect(usd({ ...sonnet, dimension: 'cache-write-5m' })).toBe('7.5 per 1000000');
    const astra = { subject: 'openai.gpt-6-astra', region: 'us-west-2', context: 'long' } as const;
    expect(usd({ ...astra, dimension: 'cache-write-30m', scope: 'global' })).toBe('25 per 1000000');
    expect(usd({ ...astra, dimension: 'output' })).toBe('82.5 per 1000000');
    expect(
      usd({
        subject: 'anthropic.claude-3-7-sonnet',
        dimension: 'model-unit-hour-1-month',
        region: 'us-west-2',
      }),
    ).toBe('158.4 per 1');
    expect(usd({ subject: 'amazon.nova-lite', dimension: 'model-unit-hour-1-month' })).toBe('55 per 1');
    expect(
      usd({
        subject: 'anthropic.claude-sonnet-5-5',
        dimension: 'cache-write-1h',
        region: 'us-west-2',
        scope: 'global',
      }),
    ).toBe('4 per 1000000');
  });

  it('takes no free allowance for a price, and each range of vended logs for itself', async () => {
    await update();
    expect(usd({ subject: 'kms', dimension: 'request' })).toBe('0.03 per 10000');
    expect(usd({ subject: 's3', dimension: 'storage' })).toBe('0.023 per 1');
    expect(
      ['first', 'second', 'third', 'fourth'].map((name) =>
        usd({ subject: 'cloudwatch-logs', dimension: `vended-${name}` }),
      ),
    ).toEqual(['0.5 per 1', '0.25 per 1', '0.1 per 1', '0.05 per 1']);
    expect(usd({ subject: 'guardrails', dimension: 'word-filter' })).toBe('0 per 1000');
  });

  it('reads what is billed by the query, the image or the unit', async () => {
    await update();
    expect(usd({ subject: 'amazon.rerank-v1', dimension: 'query' })).toBe('1 per 1000');
    expect(usd({ subject: 'cohere.rerank-v3-5', dimension: 'query' })).toBe('2 per 1000');
    expect(usd({ subject: 'amazon.nova-canvas', dimension: 'image-1024-standard' })).toBe('0.04 per 1');
    expect(usd({ subject: 'guardrails', dimension: 'content-filter' })).toBe('0.15 per 1000');
    expect(usd({ subject: 'flows', dimension: 'node-transition' })).toBe('0.035 per 1000');
    expect(usd({ subject: 'opensearch-serverless', dimension: 'ocu-hour' })).toBe('0.24 per 1');
    expect(usd({ subject: 'aurora', dimension: 'acu-hour' })).toBe('0.12 per 1');
  });

  it('follows the page where it goes before the price list', async () => {
    const rows = withRow({
      usagetype: 'USE1-Claude3.5Sonnet-input-tokens',
      usd: '0.003',
      attributes: { model: 'Claude 3.5 Sonnet' },
    });
    await update({ rows });
    expect(usd({ subject: 'anthropic.claude-3-5-sonnet-v1', dimension: 'input' })).toBe('6 per 1000000');
  });
});

describe('a refresh that must not happen', () => {
  it.each<[string, Partial<FixtureRow>, string]>([
    [
      'an unknown model',
      { usagetype: 'USE1-Nova9-input-tokens', attributes: { model: 'Nova 9' } },
      'no model is known by the name "Nova9"',
    ],
    [
      'an unknown word',
      { usagetype: 'USE1-NovaLite-input-tokens-hyper' },
      'the word "hyper" in the usage type is not known',
    ],
    [
      'a unit without a number',
      { unit: 'Units', description: 'per input tokens' },
      'does not say how many tokens',
    ],
    ['a price by range', { beginRange: '1000' }, 'a price by range of quantity'],
    [
      'an unknown term',
      { usagetype: 'USE1-NovaLite-ProvisionedThroughput-ModelUnits' },
      'provisioned throughput of an unknown term',
    ],
  ])('stops at %s', async (_, row, why) => {
    expect(await update({ rows: withRow({ usd: '0.00006', ...row }) })).toMatchObject({ exitCode: 1 });
    expect(said.join('\n')).toContain(why);
    expect(bookText()).toBe(oldText);
  });

  const offerPath = /AmazonBedrock\/\d+\/us-east-1/;

  it.each<[string, StandInOptions['fault'], string]>([
    [
      'a missing file',
      (path, response) => offerPath.test(path) && Boolean(response.writeHead(404).end()),
      'the server answered 404',
    ],
    [
      'a server that always fails',
      (path, response) => offerPath.test(path) && Boolean(response.writeHead(503).end()),
      'the server answered 503',
    ],
    [
      'a file that ends too early',
      (path, response) =>
        offerPath.test(path) && Boolean(response.end('{"offerCode": "AmazonBedrock", "products": {')),
      'ends before',
    ],
    [
      'a page in the place of the file',
      (path, response) => offerPath.test(path) && Boolean(response.end('<html>')),
      'no JSON object',
    ],
    [
      'a file of another offer',
      (path, response) =>
        offerPath.test(path) &&
        Boolean(response.end('{"offerCode": "AmazonS3", "version": "20260930001912"}')),
      'not of AmazonBedrock',
    ],
    [
      'a file of another version',
      (path, response) =>
        offerPath.test(path) &&
        Boolean(response.end('{"offerCode": "AmazonBedrock", "version": "20250101000000"}')),
      'but the index says',
    ],
    [
      'an index without regions',
      (path, response) => path.endsWith('region_index.json') && Boolean(response.end('{}')),
      'names no region',
    ],
    [
      'an index that leads elsewhere',
      (path, response) =>
        path.endsWith('region_index.json') &&
        Boolean(response.end('{"regions":{"us-east-1":{"currentVersionUrl":"http://other.example/x"}}}')),
      'names no region',
    ],
    [
      'a price that is no number',
      (path, response) =>
        offerPath.test(path) &&
        Boolean(
          response.end(
            JSON.stringify({
              offerCode: 'AmazonBedrock',
              version: '20260930001912',
              products: { A: { sku: 'A', attributes: { usagetype: 'USE1-NovaLite-input-tokens' } } },
              terms: { OnDemand: { A: { T: { priceDimensions: { R: { pricePerUnit: { CNY: '1' } } } } } } },
            }),
          ),
        ),
      'no price in US dollars',
    ],
  ])('stops at %s', async (_, fault, why) => {
    expect(await update(fault === undefined ? {} : { fault })).toEqual({ exitCode: 2 });
    expect(said.join('\n')).toContain(why);
    expect(bookText()).toBe(oldText);
    expect(readdirSync(directory).sort()).toEqual(['availability.json', 'book.json', 'override-prices.json']);
  });

  it('stops where the old book cannot be read', async () => {
    writeFileSync(join(directory, 'book.json'), '{');
    expect(await update()).toEqual({ exitCode: 2 });
    expect(bookText()).toBe('{');
  });
});

describe('the way to the price list', () => {
  it('tries again after a passing failure, also in the middle of a file', async () => {
    let failures = 0;
    const fault: StandInOptions['fault'] = (path, response) => {
      if (!/AmazonBedrock\/\d+\/us-east-1/.test(path) || failures === 3) return false;
      failures += 1;
      if (failures === 1) response.writeHead(503).end();
      else if (failures === 2) response.destroy();
      else {
        response.writeHead(200, { 'content-length': '100000' });
        response.write('{"offerCode": "AmazonBedrock",', () => response.destroy());
      }
      return true;
    };
    expect(await update({ fault })).toMatchObject({ exitCode: 0 });
    expect(bookText()).toBe(readFileSync(EXPECTED, 'utf8'));
    expect(said.filter((line) => line.includes('follows'))).toHaveLength(3);
  });

  it('reads no version twice where there is a cache', async () => {
    const cache = mkdtempSync(join(tmpdir(), 'bedrock-cost-cache-'));
    try {
      await update({}, { cache });
      const first = standIn?.asked.filter((path) => path.includes('/index.json')).length;
      expect(first).toBeGreaterThan(5);
      writeFileSync(join(directory, 'book.json'), oldText);
      await update({}, { cache });
      expect(standIn?.asked.filter((path) => !path.includes('region_index'))).toEqual([]);
      expect(bookText()).toBe(readFileSync(EXPECTED, 'utf8'));
    } finally {
      rmSync(cache, { recursive: true });
    }
  });

  it('reads a broken file of the cache again', async () => {
    const cache = mkdtempSync(join(tmpdir(), 'bedrock-cost-cache-'));
    try {
      await update({}, { cache });
      for (const name of readdirSync(cache)) writeFileSync(join(cache, name), 'not packed');
      await update({}, { cache });
      expect(bookText()).toBe(readFileSync(EXPECTED, 'utf8'));
      expect(standIn?.asked.some((path) => !path.includes('region_index'))).toBe(true);
    } finally {
      rmSync(cache, { recursive: true });
    }
  });

  it('leaves nothing unfinished in the cache', async () => {
    const cache = mkdtempSync(join(tmpdir(), 'bedrock-cost-cache-'));
    try {
      const fault: StandInOptions['fault'] = (path, response) =>
        /AmazonBedrock\/\d+\/us-east-1/.test(path) && Boolean(response.end('{"offerCode": "AmazonBedrock"'));
      expect(await update({ fault }, { cache })).toEqual({ exitCode: 2 });
      expect(readdirSync(cache)).toEqual([]);
    } finally {
      rmSync(cache, { recursive: true });
    }
  });

  it('goes through a proxy where one is set', async () => {
    const other = await startStandIn();
    const seen: string[] = [];
    const proxy = createServer((request, response) => {
      seen.push(request.url ?? '');
      void fetch(request.url ?? '').then(async (answer) =>
        response.writeHead(answer.status).end(Buffer.from(await answer.arrayBuffer())),
      );
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    try {
      const { port } = proxy.address() as AddressInfo;
      const environment = { HTTP_PROXY: `http://127.0.0.1:${port}` };
      expect(await update({}, { baseUrl: other.url, environment })).toMatchObject({ exitCode: 0 });
      expect(seen[0]).toBe(`${other.url}/offers/v1.0/aws/AmazonBedrock/current/region_index.json`);
    } finally {
      await other.close();
      proxy.closeAllConnections();
      proxy.close();
    }
  });

  it('asks a proxy for a tunnel to a secure server', async () => {
    const asked: string[] = [];
    const proxy = createServer().on('connect', (request, socket) => {
      asked.push(`${request.method} ${request.url} ${request.headers['proxy-authorization']}`);
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    try {
      const { port } = proxy.address() as AddressInfo;
      const environment = { https_proxy: `http://user:secret@127.0.0.1:${port}` };
      expect(await update({}, { baseUrl: 'https://prices.example', environment })).toEqual({ exitCode: 2 });
      expect(asked[0]).toBe(`CONNECT prices.example:443 Basic ${btoa('user:secret')}`);
      expect(said.join('\n')).toContain('the proxy answered 403');
      expect(said.join('\n')).not.toContain('secret');
    } finally {
      proxy.closeAllConnections();
      proxy.close();
    }
  });
});

it('has the expected book at hand', () => {
  expect(existsSync(EXPECTED)).toBe(true);
});
