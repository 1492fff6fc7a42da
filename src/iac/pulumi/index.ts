/** Pulumi: previews in JSON. */
import type { IacFormat } from '../format.ts';
import { readPreview } from './preview/read-preview.ts';

/** The format, as the registry lists it. A preview is read only where a manifest names it. */
export const PULUMI: IacFormat = {
  id: 'pulumi',
  wants: (path) => /(?:^|[/._-])preview\.json$/.test(path),
  findRoots: () => [],
  read: (root, texts) => readPreview(root, texts),
};
