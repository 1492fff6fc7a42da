/** CloudFormation and SAM: templates in YAML and JSON. */
import type { IacFormat } from '../format.ts';
import { isNamedTemplate, looksLikeTemplate, mayBeTemplate } from './detect.ts';
import { readTemplate } from './read-template.ts';
import { isSettings } from './sam/settings.ts';
import { templateTree } from './tree.ts';

/** The format, as the registry lists it. */
export const CLOUDFORMATION: IacFormat = {
  id: 'cloudformation',
  wants: (path) => isNamedTemplate(path) || isSettings(path),
  mayWant: mayBeTemplate,
  recognizes: (_path, text) => looksLikeTemplate(text),
  findRoots: (texts, cache) =>
    templateTree(texts, cache)
      .roots()
      .map((directory) => ({ format: 'cloudformation', directory })),
  read: (root, texts, cache, paths) => readTemplate(root, templateTree(texts, cache), paths),
};
