/** What is kept of a root that was read, so that two trees can be compared by what they look at. */
import type { ReadRoot } from '../bind/parts.ts';
import type { Manifest } from '../manifest/manifest.ts';
import type { NamedRoot } from './infrastructure-roots.ts';

/** The keys of an entry of `iac`, for the two kinds that have files and figures of their own. */
const TERRAFORM = { files: 'var_files', figures: 'variables' };
const TEMPLATE = { files: 'parameter_files', figures: 'parameters' };

/** The root as its manifest names it. What every root of the project has from the manifest is no input of one root. */
export function readRoot(root: NamedRoot, manifest: Manifest | undefined): ReadRoot {
  const { name, directory, format = 'terraform', varFiles = [], variables = new Map(), at } = root;
  const keys = format === 'cloudformation' ? TEMPLATE : TERRAFORM;
  const isStated = manifest?.iac !== undefined && root.region !== manifest.region;
  const inputs = new Map<string, string>([
    ...(varFiles.length === 0 ? [] : [[keys.files, JSON.stringify(varFiles)] as const]),
    ...[...variables].map(
      ([key, value]) => [`${keys.figures}.${key}`, JSON.stringify(value, withMaps)] as const,
    ),
    ...(
      [
        ['region', isStated ? root.region : undefined],
        ['workspace', root.workspace],
        ['stack', root.stack],
        ['config_env', root.configEnvironment],
      ] as const
    ).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])),
  ]);
  const prefix = format === 'terraform' && directory !== '.' ? `${directory}/` : '';
  return {
    name,
    format,
    path: directory,
    inputs,
    files: varFiles.map((file) => prefix + file),
    ...(at === undefined ? {} : { at }),
  };
}

/** Maps are printed as empty objects otherwise. */
function withMaps(_key: string, value: unknown): unknown {
  return value instanceof Map ? [...value] : value;
}
