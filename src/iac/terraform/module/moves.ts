/** `moved` blocks: under which addresses a resource stood before. Terraform takes a move for no change, and so do we. */
import type { Resource } from '../../../model/resource.ts';
import type { Expression } from '../hcl/ast.ts';
import type { LocatedBlock } from './declarations.ts';
import { quoteKey } from './instances.ts';

/** Earlier addresses by the address that stands for them now; both of a resource, or of a module. */
export type Moves = Map<string, Set<string>>;

/** More earlier addresses of one resource than these are not followed. */
const MAXIMUM_FORMER = 20;

/** Adds the `moved` blocks of one instance of a module. */
export function addMoves(blocks: readonly LocatedBlock[], prefix: string, moves: Moves): void {
  for (const { block } of blocks) {
    const from = addressOf(block.body.attributes.get('from')?.value);
    const to = addressOf(block.body.attributes.get('to')?.value);
    if (from === undefined || to === undefined) continue;
    const known = moves.get(prefix + to);
    if (known === undefined) moves.set(prefix + to, new Set([prefix + from]));
    else known.add(prefix + from);
  }
}

/** The resources, each with the addresses that moves say it had. One that is still taken is no earlier address. */
export function withFormerAddresses(resources: readonly Resource[], moves: Moves): readonly Resource[] {
  if (moves.size === 0) return resources;
  const taken = new Set(resources.map(({ address }) => address));
  return resources.map((resource) => {
    const former = formerOf(resource.address, moves).filter((address) => !taken.has(address));
    return former.length === 0 ? resource : { ...resource, formerAddresses: former };
  });
}

/** Moves of the resource itself and of the modules around it, one after the other; the latest first. */
function formerOf(address: string, moves: Moves): readonly string[] {
  const found = new Set<string>();
  const open = [address];
  for (
    let current = open.shift();
    current !== undefined && found.size < MAXIMUM_FORMER;
    current = open.shift()
  ) {
    for (let end = 1; end <= current.length; end++) {
      const next = current[end];
      if (next !== undefined && next !== '.' && next !== '[') continue;
      for (const from of moves.get(current.slice(0, end)) ?? []) {
        const former = from + current.slice(end);
        if (former === address || found.has(former)) continue;
        found.add(former);
        open.push(former);
      }
    }
  }
  return [...found].slice(0, MAXIMUM_FORMER);
}

/** `module.a["x"].aws_s3vectors_index.main[0]`, as an address writes it. */
export function addressOf(expression: Expression | undefined): string | undefined {
  if (expression?.kind !== 'access' || expression.source.kind !== 'name') return undefined;
  let address = expression.source.name;
  for (const step of expression.steps) {
    if (step.kind === 'attribute') address += `.${step.name}`;
    else if (step.kind === 'index' && step.key.kind === 'text') address += `[${quoteKey(step.key.value)}]`;
    else if (step.kind === 'index' && step.key.kind === 'number') address += `[${step.key.source}]`;
    else return undefined;
  }
  return address;
}
