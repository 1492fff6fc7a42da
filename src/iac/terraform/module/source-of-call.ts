/** Where the source of a module call leads. */
import { resolvePath } from '../../paths.ts';
import { type Context, reportOnce } from './context.ts';
import type { Declared } from './declarations.ts';

export type ModuleSource =
  | { readonly kind: 'local'; readonly directory: string }
  /** `why` ends a sentence: `module.vpc comes from terraform-aws-modules/vpc/aws, which is not in this repository`. */
  | { readonly kind: 'elsewhere'; readonly why: string };

/** The directory of a local module. Anything else is reported, once for each call. */
export function sourceOfCall(call: Declared, directory: string, context: Context): ModuleSource {
  const written = call.attributes.get('source')?.expression;
  const name = `module.${call.name}`;
  if (written?.kind !== 'text') {
    return elsewhere(call, `${name} has no source that is a plain text`, context);
  }
  const source = written.value;
  if (!/^\.\.?(?:\/|$)/.test(source)) {
    return elsewhere(call, `${name} comes from ${source}, which is not in this repository`, context);
  }
  const resolved = resolvePath(directory, source);
  if (resolved === undefined) {
    const why = `${name} has the source ${source}, which is outside of the tree`;
    report(call, context, { code: 'file-refused', severity: 'error', message: `${why}; it was not read.` });
    return { kind: 'elsewhere', why };
  }
  if (!context.tree.isModule(resolved)) {
    const why = `${name} has the source ${source}, but ${resolved} holds no Terraform files`;
    report(call, context, { code: 'iac-missing', severity: 'error', message: `${why}.` });
    return { kind: 'elsewhere', why };
  }
  return { kind: 'local', directory: resolved };
}

function elsewhere(call: Declared, why: string, context: Context): ModuleSource {
  report(call, context, {
    code: 'iac-unresolved',
    severity: 'notice',
    message: `${why}; what it declares is not priced.`,
    hint: 'State its usage in the manifest, under workloads or extra_charges.',
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
