/** Which proxy a request goes through, by the environment variables that command line programs agree on. */

export type Environment = Readonly<Record<string, string | undefined>>;

/** The proxy for `url`; undefined where it is to be asked directly. Throws where the variable holds no URL. */
export function proxyFor(url: URL, environment: Environment): URL | undefined {
  const names = url.protocol === 'https:' ? ['https_proxy', 'HTTPS_PROXY'] : ['http_proxy', 'HTTP_PROXY'];
  const stated = names.map((name) => environment[name]).find((value) => value !== undefined && value !== '');
  if (stated === undefined || isExempt(url, environment['no_proxy'] ?? environment['NO_PROXY'] ?? ''))
    return undefined;
  return new URL(stated.includes('://') ? stated : `http://${stated}`);
}

/** `no_proxy` lists hosts and endings of hosts, with or without a leading dot, and `*` for all. */
function isExempt(url: URL, list: string): boolean {
  const host = url.hostname.toLowerCase();
  return list
    .split(',')
    .map((entry) => entry.trim().toLowerCase())
    .filter((entry) => entry !== '')
    .some((entry) => {
      const [name = '', port] = entry.split(':');
      if (
        port !== undefined &&
        port !== (url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port)
      )
        return false;
      const ending = name.replace(/^\*?\./, '');
      return ending === '*' || host === ending || host.endsWith(`.${ending}`);
    });
}
