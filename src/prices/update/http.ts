/** Reads public files over HTTP: in a stream, unpacked, through a proxy where one is set, again after a failure. */
import http from 'node:http';
import https from 'node:https';
import type { Duplex, Readable } from 'node:stream';
import tls from 'node:tls';
import { createGunzip } from 'node:zlib';
import { type Environment, proxyFor } from './proxy.ts';

export interface Transport {
  readonly environment: Environment;
  /** Waits before a further attempt; a test makes it short. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Told of each failure that is followed by a further attempt. */
  readonly retrying: (message: string) => void;
}

const ATTEMPTS = 4;
const FIRST_WAIT = 1000;
/** A server that is silent for longer has failed. */
const SILENCE = 60_000;

/** A failure that a further attempt may mend. */
class Passing extends Error {}

/**
 * Hands the body of `url` to `read` in pieces. A failure on the way (also a body that ends too early) starts `read` again
 * with the next attempt.
 */
export async function readUrl<Result>(
  url: URL,
  transport: Transport,
  read: (body: AsyncIterable<Buffer>) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const body = await open(url, transport.environment);
      try {
        return await read(passing(body));
      } finally {
        body.destroy();
      }
    } catch (error) {
      if (!(error instanceof Passing) || attempt === ATTEMPTS) {
        throw new Error(
          `${url.href} could not be read: ${error instanceof Error ? error.message : String(error)}`,
        );
      }
      const pause = FIRST_WAIT * 2 ** (attempt - 1);
      transport.retrying(`${url.href}: ${error.message}; attempt ${attempt + 1} of ${ATTEMPTS} follows`);
      await transport.wait(pause);
    }
  }
}

/** The pieces of a body; errors of the stream are failures that may pass. */
async function* passing(body: Readable): AsyncGenerator<Buffer> {
  try {
    for await (const piece of body) yield piece as Buffer;
  } catch (error) {
    throw new Passing(error instanceof Error ? error.message : String(error));
  }
}

async function open(url: URL, environment: Environment): Promise<Readable> {
  const response = await respond(url, environment);
  const status = response.statusCode ?? 0;
  if (status !== 200) {
    response.destroy();
    const message = `the server answered ${status}`;
    throw status === 429 || status >= 500 ? new Passing(message) : new Error(message);
  }
  if (response.headers['content-encoding'] !== 'gzip') return response;
  const unpacked = createGunzip();
  response.on('error', (error) => unpacked.destroy(error));
  return response.pipe(unpacked);
}

function respond(url: URL, environment: Environment): Promise<http.IncomingMessage> {
  const proxy = proxyFor(url, environment);
  const headers = { 'accept-encoding': 'gzip', 'user-agent': 'bedrock-cost-diff' };
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => reject(new Passing(error.message));
    const send = (request: http.ClientRequest) => {
      request.setTimeout(SILENCE, () =>
        request.destroy(new Error(`no answer for ${SILENCE / 1000} seconds`)),
      );
      request.on('response', resolve).on('error', fail).end();
    };
    if (proxy === undefined) {
      send((url.protocol === 'https:' ? https : http).request(url, { headers }));
    } else if (url.protocol === 'http:') {
      const options = { host: proxy.hostname, port: proxy.port || 80, path: url.href };
      send(http.request({ ...options, headers: { ...headers, host: url.host, ...authorization(proxy) } }));
    } else {
      tunnel(url, proxy).then((socket) => {
        const secure = tls.connect({ socket, servername: url.hostname });
        secure.on('error', fail);
        send(https.request(url, { headers, agent: false, createConnection: () => secure }));
      }, fail);
    }
  });
}

/** A connection to the server of `url` through the proxy. */
function tunnel(url: URL, proxy: URL): Promise<Duplex> {
  const target = `${url.hostname}:${url.port || 443}`;
  return new Promise((resolve, reject) => {
    const client = proxy.protocol === 'https:' ? https : http;
    const port = proxy.port || (proxy.protocol === 'https:' ? 443 : 80);
    const headers = { host: target, ...authorization(proxy) };
    const request = client.request({ host: proxy.hostname, port, method: 'CONNECT', path: target, headers });
    request.setTimeout(SILENCE, () => request.destroy(new Error('the proxy does not answer')));
    request.on('connect', (response, socket) => {
      if (response.statusCode === 200) resolve(socket);
      else {
        socket.destroy();
        reject(new Error(`the proxy answered ${response.statusCode}`));
      }
    });
    request.on('error', reject).end();
  });
}

function authorization(proxy: URL): Readonly<Record<string, string>> {
  if (proxy.username === '') return {};
  const pair = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(pair).toString('base64')}` };
}
