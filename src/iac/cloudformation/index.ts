/** CloudFormation and SAM: templates in YAML and JSON. */
import type { IacFormat } from '../format.ts';
import type { ParseCache } from '../parse-cache.ts';
import { isNamedTemplate, looksLikeTemplate, mayBeTemplate } from './detect.ts';
import { readTemplate } from './read-template.ts';
import { TemplateTree } from './tree.ts';

/** The format, as the registry lists it. */
export const CLOUDFORMATION: IacFormat = {
  id: 'cloudformation',
  wants: isNamedTemplate,
  mayWant: mayBeTemplate,
  recognizes: (_path, text) => looksLikeTemplate(text),
  findRoots: (texts, cache) =>
    treeOf(texts, cache)
      .roots()
      .map((directory) => ({ format: 'cloudformation', directory })),
  read: (root, texts, cache, paths) => readTemplate(root, treeOf(texts, cache), paths),
};

/** Roots of the same texts share their tree: what a template declares does not depend on who asks. */
function treeOf(texts: ReadonlyMap<string, string>, cache: ParseCache): TemplateTree {
  return cache.tree(texts, 'cloudformation', () => new TemplateTree(texts, cache));
}
