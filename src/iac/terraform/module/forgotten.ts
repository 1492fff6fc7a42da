/** `removed` blocks: what Terraform is told to forget and not to destroy goes on and is billed, seen by nobody. */
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { SourceLocation } from '../../../model/source-location.ts';
import type { Block } from '../hcl/ast.ts';
import type { LocatedBlock } from './declarations.ts';
import { addressOf } from './moves.ts';

/** Tells which resources of AWS leave the state of a module without being destroyed. */
export function forgottenResources(blocks: readonly LocatedBlock[], prefix: string): readonly Diagnostic[] {
  return blocks.flatMap(({ block, source }) => {
    const address = addressOf(block.body.attributes.get('from')?.value);
    if (address === undefined || isDestroyed(block, source.file) || !isOfAws(address)) return [];
    return [forgotten(prefix + address, source.locate(block.start))];
  });
}

/** That a resource goes on without being counted. */
export function forgotten(address: string, at: SourceLocation): Diagnostic {
  return {
    code: 'iac-forgotten',
    severity: 'notice',
    message: `${address} leaves the state without being destroyed: it goes on and is billed, and is not counted here any more.`,
    at,
    hint: `extra_charges: [{ name: ${JSON.stringify(address)}, monthly: 70, layer: features }]  # what it goes on to cost`,
  };
}

/** Terraform destroys what is removed unless it is told otherwise; OpenTofu forgets it unless it is told to destroy. */
function isDestroyed(block: Block, file: string): boolean {
  const lifecycle = block.body.blocks.find(({ type }) => type === 'lifecycle');
  const written = lifecycle?.body.attributes.get('destroy')?.value;
  return written?.kind === 'keyword' ? written.value === true : !/\.tofu(?:\.json)?$/.test(file);
}

/** A resource of AWS, or a module, which may hold some. */
function isOfAws(address: string): boolean {
  return /^(?:module\.[^.]+\.)*(?:aws(?:cc)?_|module\.[^.]+$)/.test(address);
}
