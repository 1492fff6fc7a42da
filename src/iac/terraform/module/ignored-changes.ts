/** Arguments that only say how something begins: Terraform is told to leave later changes of them alone. */
import type { Declared } from './declarations.ts';

/** Whether `lifecycle { ignore_changes = [name] }`, or `all`, stands in a block. */
export function ignoresChanges({ blocks }: Declared, name: string): boolean {
  const lifecycle = blocks.find(({ block }) => block.type === 'lifecycle');
  const written = lifecycle?.block.body.attributes.get('ignore_changes')?.value;
  const items = written?.kind === 'tuple' ? written.items : written === undefined ? [] : [written];
  return items.some((item) => {
    const ignored = item.kind === 'name' ? item.name : item.kind === 'text' ? item.value : undefined;
    return ignored === name || ignored === 'all';
  });
}
