/** Reads `model`: an id, or the one place that it is followed to. */
import { defined } from './defined.ts';
import type { ModelBinding } from './manifest.ts';
import { resolvePath } from './paths.ts';
import type { WorkloadContent } from './schema.ts';
import { quoted } from './shown.ts';
import { type ManifestSource, report } from './source.ts';
import { subject } from './subject.ts';
import { locate, type Path } from './tree.ts';

type ModelContent = NonNullable<WorkloadContent['model']>;
type Place = Exclude<ModelContent, string>;

/** The binding at a path; undefined where there is none, or a fault that is reported. */
export function readModel(
  source: ManifestSource,
  path: Path,
  content: ModelContent | undefined,
): ModelBinding | undefined {
  if (content === undefined) return undefined;
  if (typeof content === 'string') return { kind: 'id', id: content };
  const { file, address } = content;
  const what = subject(path);
  if (file !== undefined && address !== undefined) {
    return fault(source, path, `${what} names both a file and a resource; expected one of them`);
  }
  if (address !== undefined) return atAddress(source, path, content, address);
  if (file !== undefined) return inFile(source, path, content, file);
  const at = locate(source.root, path);
  const env = content.env ?? 'MODEL_ID';
  const hint =
    content.env === undefined
      ? 'model: { file: services/chat/handler.py }'
      : `model: { address: aws_lambda_function.chat, env: ${env} }`;
  report(source, {
    code: 'manifest-missing',
    at,
    message: `${what} names neither a file nor a resource`,
    hint,
  });
  return undefined;
}

function atAddress(
  source: ManifestSource,
  path: Path,
  { attribute, env, name, path: dataPath }: Place,
  address: string,
): ModelBinding | undefined {
  const what = subject(path);
  if (attribute !== undefined && env !== undefined)
    return fault(source, path, `${what} names both an attribute and an environment variable of a resource`);
  const alien = name !== undefined ? 'name' : dataPath !== undefined ? 'path' : undefined;
  if (alien !== undefined)
    return fault(source, [...path, alien], `${what} has a ${alien}, which is for a file`);
  return { kind: 'address', address, ...defined({ attribute, env }) };
}

function inFile(
  source: ManifestSource,
  path: Path,
  { attribute, env, name, path: dataPath }: Place,
  file: string,
): ModelBinding | undefined {
  const what = subject(path);
  if (attribute !== undefined)
    return fault(source, [...path, 'attribute'], `${what} has an attribute, which a file has not`);
  const picks = [name, env, dataPath].filter((pick) => pick !== undefined);
  if (picks.length > 1)
    return fault(source, path, `${what} picks an id by several of name, env and path; expected one of them`);
  const resolved = resolvePath(source.directory, file);
  if (resolved !== undefined) {
    return {
      kind: 'file',
      file: resolved,
      written: file,
      ...defined({ name: name ?? env, path: dataPath }),
    };
  }
  const message = `${what} names ${quoted(file)}, which is outside the tree`;
  report(source, { code: 'file-refused', at: locate(source.root, [...path, 'file']), message });
  return undefined;
}

function fault(source: ManifestSource, path: Path, message: string): undefined {
  report(source, { code: 'manifest-conflict', at: locate(source.root, path), message });
  return undefined;
}
