/** The public AWS Price List: which version of which offer there is for a region, and its file. No credentials. */
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { readUrl, type Transport } from './http.ts';
import { type OfferFile, readOfferFile } from './offer-file.ts';

export const PRICE_LIST_URL = 'https://pricing.us-east-1.amazonaws.com';

/** The offers that Bedrock is sold under, and those of the services beside it. */
export const BEDROCK_OFFERS = [
  'AmazonBedrock',
  'AmazonBedrockFoundationModels',
  'AmazonBedrockService',
  'AmazonBedrockAgentCore',
] as const;
export const SUPPORTING_OFFERS = [
  'AmazonES',
  'AmazonS3',
  'AmazonCloudWatch',
  'AmazonVPC',
  'awskms',
  'AWSLambda',
  'AmazonRDS',
  'AWSDataTransfer',
] as const;

export interface RegionFile {
  readonly offer: string;
  readonly region: string;
  readonly version: string;
  readonly url: URL;
}

export interface PriceList {
  readonly baseUrl: string;
  readonly transport: Transport;
  /** Files that were read before stand here, by version; nothing is kept where it is undefined. */
  readonly cache?: string;
}

/** The current file of every region of an offer, by region. */
export async function currentFiles(list: PriceList, offer: string): Promise<readonly RegionFile[]> {
  const url = new URL(`/offers/v1.0/aws/${offer}/current/region_index.json`, list.baseUrl);
  const index = await readUrl(url, list.transport, async (body) => {
    const pieces: Buffer[] = [];
    for await (const piece of body) pieces.push(piece);
    return JSON.parse(Buffer.concat(pieces).toString('utf8')) as unknown;
  });
  const regions = field(index, 'regions');
  const files = Object.entries(typeof regions === 'object' && regions !== null ? regions : {}).flatMap(
    ([region, entry]) => {
      const path = field(entry, 'currentVersionUrl');
      const version =
        typeof path === 'string'
          ? new RegExp(`^/offers/v1\\.0/aws/${offer}/(\\d{14})/`).exec(path)?.[1]
          : undefined;
      if (typeof path !== 'string' || version === undefined || !/^[a-z]{2}(-[a-z]+)+-\d$/.test(region))
        return [];
      return [{ offer, region, version, url: new URL(path, list.baseUrl) }];
    },
  );
  if (files.length === 0) throw new Error(`${url.href} names no region with a versioned file`);
  return files.sort((a, b) => (a.region < b.region ? -1 : 1));
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

/** Reads one file, from the cache where this version of it was read before. Says whether it was. */
export async function readRegionFile(
  list: PriceList,
  file: RegionFile,
): Promise<{ readonly contents: OfferFile; readonly cached: boolean }> {
  const stored =
    list.cache === undefined
      ? undefined
      : join(list.cache, `${file.offer}-${file.version}-${file.region}.json.gz`);
  if (stored !== undefined) {
    const contents = await fromCache(stored, file);
    if (contents !== undefined) return { contents, cached: true };
  }
  const contents = await readUrl(file.url, list.transport, (body) =>
    stored === undefined ? readOfferFile(file.offer, file.region, body) : readAndStore(file, body, stored),
  );
  if (contents.version !== file.version) {
    throw new Error(`${file.url.href} is of version ${contents.version}, but the index says ${file.version}`);
  }
  return { contents, cached: false };
}

/** The stored file; undefined where there is none, or where it cannot be read and is removed. */
async function fromCache(path: string, file: RegionFile): Promise<OfferFile | undefined> {
  try {
    const unpacked = createGunzip();
    const packed = createReadStream(path).on('error', (error) => unpacked.destroy(error));
    const contents = await readOfferFile(file.offer, file.region, packed.pipe(unpacked));
    return contents.version === file.version ? contents : undefined;
  } catch {
    await rm(path, { force: true });
    return undefined;
  }
}

/**
 * Reads the body and stores it, packed, as it comes. It is written beside its place and moved there at the end, so that a
 * stored file is always whole.
 */
async function readAndStore(file: RegionFile, body: AsyncIterable<Buffer>, path: string): Promise<OfferFile> {
  await mkdir(dirname(path), { recursive: true });
  const unfinished = `${path}.${process.pid}`;
  const packed = createGzip();
  const written = pipeline(packed, createWriteStream(unfinished));
  // A failure of writing is met below; until then it must not count as unhandled.
  written.catch(() => undefined);
  async function* passedOn(): AsyncGenerator<Buffer> {
    for await (const piece of body) {
      if (!packed.write(piece)) await once(packed, 'drain');
      yield piece;
    }
  }
  try {
    const contents = await readOfferFile(file.offer, file.region, passedOn());
    packed.end();
    await written;
    await rename(unfinished, path);
    return contents;
  } catch (error) {
    packed.destroy();
    await written.catch(() => undefined);
    await rm(unfinished, { force: true });
    throw error;
  }
}
