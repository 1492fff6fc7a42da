/** Pulumi: programs in YAML, and of all others the previews in JSON. */
import type { IacFormat } from '../format.ts';
import { directoryOf } from '../paths.ts';
import { readPreview } from './preview/read-preview.ts';
import { readProgram } from './program/read-program.ts';

/** The format, as the registry lists it. A preview is read only where a manifest names it. */
export const PULUMI: IacFormat = {
  id: 'pulumi',
  wants: (path) => /(?:^|\/)(?:Pulumi(?:\.[^/]+)?|Main)\.ya?ml$/.test(path),
  findRoots(texts) {
    const files = [...texts.keys()].filter((path) => /(?:^|\/)Pulumi\.ya?ml$/.test(path));
    return [...new Set(files.map(directoryOf))].sort().map((directory) => ({ format: 'pulumi', directory }));
  },
  read: (root, texts, cache, paths) =>
    root.directory.endsWith('.json') ? readPreview(root, texts, paths) : readProgram(root, texts, cache),
};
