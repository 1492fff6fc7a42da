/** A local server in the place of the price list, with the faults that a test asks for. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { BEDROCK_OFFERS, SUPPORTING_OFFERS } from '../../src/prices/update/price-list.ts';
import { FIXTURE_ROWS, type FixtureRow, indexText, offerText, VERSION } from './price-list-fixture.ts';

export interface StandIn {
  readonly url: string;
  /** Every path that was asked for, in order. */
  readonly asked: string[];
  close(): Promise<void>;
}

export interface StandInOptions {
  readonly rows?: readonly FixtureRow[];
  /** Answers in the place of the file; gives false to let the file be served. */
  readonly fault?: (path: string, response: ServerResponse, request: IncomingMessage) => boolean;
  readonly packed?: boolean;
}

const OFFERS: readonly string[] = [...BEDROCK_OFFERS, ...SUPPORTING_OFFERS];

/** The paths of the files and their texts. */
function files(rows: readonly FixtureRow[]): ReadonlyMap<string, string> {
  return new Map(
    OFFERS.flatMap((offer) => {
      const regions = [...new Set(rows.filter((row) => row.offer === offer).map((row) => row.region))];
      const named = regions.length === 0 ? ['us-east-1'] : regions;
      const index = [`/offers/v1.0/aws/${offer}/current/region_index.json`, indexText(offer, named)] as const;
      const offers = named.map(
        (region) =>
          [
            `/offers/v1.0/aws/${offer}/${VERSION}/${region}/index.json`,
            offerText(offer, region, rows),
          ] as const,
      );
      return [index, ...offers];
    }),
  );
}

export async function startStandIn(options: StandInOptions = {}): Promise<StandIn> {
  const texts = files(options.rows ?? FIXTURE_ROWS);
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    if (options.fault?.(path, response, request) === true) return;
    const text = texts.get(path);
    if (text === undefined) response.writeHead(404).end();
    else if (options.packed === true)
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(text));
    else response.writeHead(200).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
