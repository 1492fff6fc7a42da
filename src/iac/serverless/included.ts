/** Files that services take in with `${file(…)}`: what they declare is declared there, and not a second time by themselves. */
import { LIMITS } from '../../model/limits.ts';
import { directoryOf, resolvePath } from '../paths.ts';

/** Whether a file of this name is a service by itself. */
export function isService(path: string): boolean {
  return /(?:^|\/)serverless\.(?:ya?ml|json)$/.test(path) && !/(?:^|\/)node_modules\//.test(path);
}

/** All files of the texts that a service names, or a file that it names. Paths are those from the service. */
export function includedFiles(texts: ReadonlyMap<string, string>): ReadonlySet<string> {
  const included = new Set<string>();
  for (const service of texts.keys()) {
    if (!isService(service)) continue;
    const open = [service];
    for (const path of open) {
      for (const named of namedIn(texts.get(path) ?? '')) {
        const resolved = resolvePath(directoryOf(service), named);
        if (resolved === undefined || included.has(resolved) || !texts.has(resolved)) continue;
        if (included.size >= LIMITS.iacFiles) return included;
        included.add(resolved);
        open.push(resolved);
      }
    }
  }
  return included;
}

function namedIn(text: string): readonly string[] {
  return [...text.matchAll(/\bfile\(([^(){}$\n]{1,300})\)/g)].map(([, path = '']) => path.trim());
}
