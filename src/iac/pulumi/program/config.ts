/** Configuration: what the file of the stack sets, else what the project sets for all stacks. */
import { type Unknown, unknown, type Value } from '../../../model/value.ts';
import { type DataNode, type MapEntry, nodeAt, plainValue, textOf } from '../../document/node.ts';
import { toBoolean, toNumber, toText } from '../../terraform/values/convert.ts';
import type { Project } from './project.ts';

/**
 * The value of a key, with or without its namespace: `modelId`, `rag:modelId`, `aws:region`. `undefined` where the
 * project does not know the key.
 */
export function configValue(
  project: Project,
  key: string,
  spend: (steps: number) => boolean,
): Value | undefined {
  const declared = entryOf(project.declared, project.name, key);
  const configured = entryOf(project.configured, project.name, key);
  if (declared === undefined && configured === undefined) return undefined;
  if (isSecret(declared?.node) || isSecret(configured?.node)) return unknown('it is secret');
  if (configured !== undefined) return converted(plainValue(configured.node, spend), declared?.node);
  const usual = declared === undefined ? undefined : defaultOf(declared.node);
  if (usual === undefined) return unset(key, project, declared);
  if (project.hasEnvironment) {
    const why = `the environment of the stack ${project.stack ?? ''} may set ${key}`;
    return unknown(why, { at: usual.at });
  }
  return converted(plainValue(usual, spend), declared?.node);
}

function unset(key: string, { stack }: Project, declared: MapEntry | undefined): Unknown {
  const why =
    stack === undefined
      ? `${key} has no default`
      : `${key} has no default, and the stack ${stack} does not set it`;
  return unknown(why, declared === undefined ? {} : { at: declared.at });
}

/** The entry of a key, which may be written with the namespace of the project or without one. */
function entryOf(entries: ReadonlyMap<string, MapEntry>, project: string, key: string): MapEntry | undefined {
  const plain = key.startsWith(`${project}:`) ? key.slice(project.length + 1) : key;
  return entries.get(`${project}:${plain}`) ?? entries.get(plain);
}

/** `modelId: { type: string, default: … }`, or the value itself. */
function defaultOf(node: DataNode): DataNode | undefined {
  if (node.kind !== 'map') return node;
  const stated = nodeAt(node, 'value') ?? nodeAt(node, 'default');
  if (stated !== undefined) return stated;
  const isDeclaration = ['type', 'description', 'items', 'secret'].some((word) => node.entries.has(word));
  return isDeclaration ? undefined : node;
}

/** `{ secure: … }` of a stack, or `secret: true` of a declaration. */
function isSecret(node: DataNode | undefined): boolean {
  return nodeAt(node, 'secure') !== undefined || textOf(nodeAt(node, 'secret')) === 'true';
}

/** Stacks keep what is set on the command line as text, whatever it is. */
function converted(value: Value, declared: DataNode | undefined): Value {
  const type = textOf(nodeAt(declared, 'type'))?.toLowerCase() ?? '';
  if (['integer', 'int', 'number'].includes(type)) return toNumber(value);
  if (['boolean', 'bool'].includes(type)) return toBoolean(value);
  return type === 'string' ? toText(value) : value;
}
