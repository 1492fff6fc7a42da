/** The Serverless Framework: services in YAML and JSON. */
import { templateTree } from '../cloudformation/tree.ts';
import type { IacFormat } from '../format.ts';
import { includedFiles, isService } from './included.ts';
import { readService } from './read-service.ts';

/** The format, as the registry lists it. A service with another name is read where a manifest names it. */
export const SERVERLESS: IacFormat = {
  id: 'serverless',
  wants: isService,
  findRoots: (texts) =>
    [...texts.keys()]
      .filter(isService)
      .sort()
      .map((directory) => ({ format: 'serverless', directory })),
  parts: includedFiles,
  read: (root, texts, cache, paths) => readService(root, templateTree(texts, cache), paths),
};
