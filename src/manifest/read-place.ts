/** Reads where a value is followed to: one file, or one resource. */
import { addressInYaml } from '../model/resource-usage.ts';
import { defined } from './defined.ts';
import type { NamedResource, Place } from './manifest.ts';
import { mapLine } from './near-miss.ts';
import { resolvePath } from './paths.ts';
import { completePlace } from './place-line.ts';
import { inline, quoted } from './shown.ts';
import { type ManifestSource, nodeAt, report } from './source.ts';
import { subject } from './subject.ts';
import { locate, type Path } from './tree.ts';

/** The keys of a place as the manifest has them. */
export interface PlaceContent {
  readonly file?: string | undefined;
  readonly address?: string | undefined;
  readonly attribute?: string | undefined;
  readonly env?: string | undefined;
  readonly name?: string | undefined;
  readonly path?: string | undefined;
}

/** The place at a path; undefined where it has a fault, which is reported. */
export function readPlace(source: ManifestSource, path: Path, content: PlaceContent): Place | undefined {
  const { file, address } = content;
  const what = subject(path);
  if (file !== undefined && address !== undefined) {
    return fault(source, path, `${what} names both a file and a resource; expected one of them`);
  }
  if (address !== undefined) return atAddress(source, path, content, address);
  if (file !== undefined) return inFile(source, path, content, file);
  report(source, {
    code: 'manifest-missing',
    at: locate(source.root, path),
    message: `${what} names neither a file nor a resource`,
    hint: placeHint(source, path),
  });
  return undefined;
}

/**
 * The place of a value that only a variable or an attribute of a resource can hold. `variable` is what one might be
 * called.
 */
export function readValuePlace(
  source: ManifestSource,
  path: Path,
  content: PlaceContent,
  variable: string,
): Place | undefined {
  const { address, attribute, env } = content;
  if (address === undefined || content.file !== undefined || attribute !== undefined || env !== undefined)
    return readPlace(source, path, content);
  report(source, {
    code: 'manifest-missing',
    at: locate(source.root, path),
    message: `${subject(path)} names a resource, and not what of it`,
    hint: keyed(path, `{ address: ${addressInYaml(address)}, env: ${variable} }`),
  });
  return undefined;
}

/** The place with what it lacks, in one line. */
function placeHint(source: ManifestSource, path: Path): string | undefined {
  const key = path.at(-1) ?? 'model';
  const node = nodeAt(source, path);
  const entries =
    node?.kind === 'map' ? [...node.entries].map(([name, entry]) => [name, entry.node] as const) : [];
  return mapLine(key, completePlace(key, new Map(entries)));
}

/** A resource by its address or by what a variable names; `variable` is what one might be called. */
export function readNamed(
  source: ManifestSource,
  path: Path,
  content: string | PlaceContent,
  variable: string,
): NamedResource | undefined {
  if (typeof content === 'string') return content;
  const { file, name, env } = content;
  if (file === undefined || name !== undefined || env !== undefined)
    return readValuePlace(source, path, content, variable);
  report(source, {
    code: 'manifest-missing',
    at: locate(source.root, path),
    message: `${subject(path)} names a file, and not which variable of it`,
    hint: keyed(path, `{ file: ${inline(file) ?? 'services/chat/handler.py'}, name: ${variable} }`),
  });
  return undefined;
}

/** The line with a value at a path: `tier: …`, or `- …` for one of a list. */
function keyed(path: Path, value: string): string {
  const key = path.at(-1) ?? 'model';
  return typeof key === 'string' ? `${key}: ${value}` : `- ${value}`;
}

function atAddress(
  source: ManifestSource,
  path: Path,
  { attribute, env, name, path: dataPath }: PlaceContent,
  address: string,
): Place | undefined {
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
  { attribute, env, name, path: dataPath }: PlaceContent,
  file: string,
): Place | undefined {
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
