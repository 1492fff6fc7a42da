/** One way to GitHub's API: octokit, within bounds, for one repository. */
import { Octokit } from '@octokit/rest';
import { BOUNDS, type Bounds, type Clock, createRequests, originOf, type Requests } from './requests.ts';

export interface ConnectionOptions {
  /** `https://api.github.com`, or that of a GitHub Enterprise Server: `https://host/api/v3`. */
  readonly apiUrl: string;
  readonly owner: string;
  readonly repo: string;
  /** Empty where there is none. */
  readonly token: string;
  readonly clock: Clock;
  /** Knows the proxies of the machine; the built-in one where absent. */
  readonly fetch?: typeof globalThis.fetch;
  readonly bounds?: Bounds;
}

export interface Connection {
  readonly octokit: Octokit;
  readonly requests: Requests;
  readonly place: { readonly owner: string; readonly repo: string };
}

/** The time for all requests starts here. */
export function connect(options: ConnectionOptions): Connection {
  const { apiUrl, owner, repo, token, clock, fetch, bounds = BOUNDS } = options;
  const quiet = () => undefined;
  const octokit = new Octokit({
    baseUrl: apiUrl,
    ...(token === '' ? {} : { auth: token }),
    ...(fetch === undefined ? {} : { request: { fetch } }),
    // The log of the job has one writer, and octokit is not it.
    log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
  });
  const requests = createRequests(originOf(apiUrl) ?? '', clock, bounds);
  return { octokit, requests, place: { owner, repo } };
}
