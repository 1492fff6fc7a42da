/** Reads `advice`: which cheaper options are worth a line, and which models to compare with. */
import { section } from '../model/fields.ts';
import { check } from './check.ts';
import { adviceShape } from './core-schema.ts';
import { defined } from './defined.ts';
import type { AdviceWishes } from './manifest.ts';
import { once } from './once.ts';
import { type ManifestSource, nodeAt } from './source.ts';
import { locate } from './tree.ts';

const schema = once(() => section(adviceShape()));

/** `undefined` where the manifest says nothing, or nothing that can be read. */
export function readAdvice(source: ManifestSource): AdviceWishes | undefined {
  const path = ['advice'];
  if (nodeAt(source, path) === undefined) return undefined;
  const content = check(source, schema(), path);
  if (content === undefined) return undefined;
  const { minimum, models = [] } = content;
  return { models, at: locate(source.root, [...path, 'models']), ...defined({ minimum }) };
}
