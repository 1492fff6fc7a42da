/** AWS CDK: a cloud assembly, which is what `cdk synth` writes. */
import { templateTree } from '../cloudformation/tree.ts';
import type { IacFormat } from '../format.ts';
import { assemblyDirectories, assemblyTemplates, looksLikeAssembly, mayBeManifest } from './detect.ts';
import { readAssembly } from './read-assembly.ts';

/** The format, as the registry lists it. */
export const CDK: IacFormat = {
  id: 'cdk',
  wants: () => false,
  mayWant: mayBeManifest,
  recognizes: (path, text) => mayBeManifest(path) && looksLikeAssembly(text),
  findRoots: (texts) => assemblyDirectories(texts).map((directory) => ({ format: 'cdk', directory })),
  parts: assemblyTemplates,
  read: (root, texts, cache, paths) => readAssembly(root, templateTree(texts, cache), paths),
};
