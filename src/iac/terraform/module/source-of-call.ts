/** Where the source of a module call leads. */
import { resolvePath } from '../../paths.ts';
import { type Context, reportOnce } from './context.ts';
import type { Declared } from './declarations.ts';
import { isCurrent, isInstalled } from './installed.ts';

export type ModuleSource =
  | { readonly kind: 'local'; readonly directory: string }
  /** `why` ends a sentence: `module.vpc comes from terraform-aws-modules/vpc/aws, which is not in this repository`. */
  | { readonly kind: 'elsewhere'; readonly why: string };

/** Where a call stands. */
export interface CallPlace {
  readonly context: Context;
  readonly directory: string;
  /** Names of the calls that lead to the module around it. */
  readonly path: string;
}

/** The directory of a module that is local or installed. Anything else is reported, once for each call. */
export function sourceOfCall(call: Declared, place: CallPlace): ModuleSource {
  const { context, directory } = place;
  const source = writtenText(call, 'source');
  const name = `module.${call.name}`;
  if (source === undefined) return elsewhere(call, `${name} has no source that is a plain text`, place);
  if (!/^\.\.?(?:\/|$)/.test(source)) return installedSource(call, source, place);
  const resolved = resolvePath(directory, source);
  if (resolved === undefined) {
    const why = `${name} has the source ${source}, which is outside of the tree`;
    report(call, context, { code: 'file-refused', severity: 'error', message: `${why}; it was not read.` });
    return { kind: 'elsewhere', why };
  }
  if (context.tree.isModule(resolved)) return { kind: 'local', directory: resolved };
  const why = `${name} has the source ${source}, but ${resolved} holds no Terraform files`;
  // A module that `init` copied may have lost what lies beside it.
  if (isInstalled(directory)) return elsewhere(call, why, place);
  report(call, context, { code: 'iac-missing', severity: 'error', message: `${why}.` });
  return { kind: 'elsewhere', why };
}

/** A module from a registry or another repository, where `init` put it into the tree. */
function installedSource(call: Declared, source: string, place: CallPlace): ModuleSource {
  const { context, path } = place;
  const name = `module.${call.name}`;
  const key = path + call.name;
  const installed = context.installed.get(key);
  const from = `${name} comes from ${source}, `;
  if (installed === undefined) return elsewhere(call, `${from}which is not in this repository`, place);
  if (!isCurrent(installed, source, writtenText(call, 'version')))
    return elsewhere(call, `${from}of which .terraform holds another version`, place);
  if (context.closed.has(key))
    return elsewhere(call, `${from}which is installed on one side of the comparison only`, place);
  if (!context.tree.isModule(installed.directory))
    return elsewhere(call, `${from}but ${installed.directory} holds no Terraform files`, place);
  context.calls.installed.add(key);
  return { kind: 'local', directory: installed.directory };
}

function writtenText(call: Declared, name: string): string | undefined {
  const written = call.attributes.get(name)?.expression;
  return written?.kind === 'text' ? written.value : undefined;
}

function elsewhere(call: Declared, why: string, { context, path }: CallPlace): ModuleSource {
  context.calls.unread.add(path + call.name);
  report(call, context, {
    code: 'iac-unresolved',
    severity: 'notice',
    message: `${why}; what it declares is not priced.`,
    hint: `extra_charges: [{ name: module.${call.name}, monthly: 70, layer: features }]  # where it is billed beside what is stated`,
  });
  return { kind: 'elsewhere', why };
}

function report(
  call: Declared,
  context: Context,
  problem: Omit<Parameters<typeof reportOnce>[2], 'at'>,
): void {
  const { at } = call;
  reportOnce(context, `module ${at.file}:${at.line}:${call.name}`, { ...problem, at });
}
