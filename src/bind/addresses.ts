/** Addresses as people write them: exactly, without an instance key for all instances, or with `*` for any. */

export interface AddressIndex<Item> {
  /**
   * What an address means. `aws_x.y` means every instance of the block, `aws_x.y["eu"]` that one, and `[*]` or
   * `["*"]` any, at each step of the address; `Agent*` means every name that begins so. In the order of the items.
   */
  find(address: string): readonly Item[];
}

interface Spelled {
  /** The address without its instance keys. */
  readonly block: string;
  /** The keys by where they stood in `block`. */
  readonly keys: ReadonlyMap<number, string>;
}

interface Indexed<Item> {
  readonly item: Item;
  readonly order: number;
  readonly keys: Spelled['keys'];
}

/** An index over items that may go by several names each. */
export function addressIndex<Item>(
  items: readonly Item[],
  namesOf: (item: Item) => readonly string[],
): AddressIndex<Item> {
  const byBlock = new Map<string, Indexed<Item>[]>();
  for (const [order, item] of items.entries()) {
    for (const name of new Set(namesOf(item))) {
      const { block, keys } = spelled(name);
      const list = byBlock.get(block);
      if (list === undefined) byBlock.set(block, [{ item, order, keys }]);
      else list.push({ item, order, keys });
    }
  }
  const blocks = (pattern: string) =>
    pattern.includes('*')
      ? [...byBlock].flatMap(([block, list]) => (matchesStars(pattern, block) ? list : []))
      : (byBlock.get(pattern) ?? []);
  return {
    find(address) {
      const { block, keys } = spelled(address);
      // Stars in a name shift where keys stand, so that keys beside them are not compared.
      const asked = block.includes('*') ? [] : [...keys].filter(([, key]) => key !== '*');
      const found = blocks(block).filter((entry) => asked.every(([at, key]) => entry.keys.get(at) === key));
      const inOrder = found.toSorted((a, b) => a.order - b.order);
      return [...new Set(inOrder.map(({ item }) => item))];
    },
  };
}

/** The address of the block, whichever of its instances is meant. */
export function withoutKeys(address: string): string {
  return spelled(address).block;
}

/** The instance keys of an address, in order. */
export function instanceKeys(address: string): readonly string[] {
  return [...spelled(address).keys.values()];
}

/** How many instance keys an address fixes: the more, the more exact it is. */
export function exactness(address: string): number {
  const { block, keys } = spelled(address);
  if (block.includes('*')) return -1;
  return [...keys.values()].filter((key) => key !== '*').length;
}

function spelled(address: string): Spelled {
  const keys = new Map<number, string>();
  let block = '';
  let start = 0;
  for (let open = address.indexOf('['); open >= 0; open = address.indexOf('[', start)) {
    const close = closingBracket(address, open);
    if (close < 0) break;
    block += address.slice(start, open);
    keys.set(block.length, unquoted(address.slice(open + 1, close)));
    start = close + 1;
  }
  return { block: block + address.slice(start), keys };
}

function closingBracket(address: string, open: number): number {
  let quote: string | undefined;
  for (let index = open + 1; index < address.length; index++) {
    const character = address[index];
    if (quote !== undefined && character === '\\') index++;
    else if (quote !== undefined) quote = character === quote ? undefined : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === ']') return index;
  }
  return -1;
}

function unquoted(key: string): string {
  const text = key.trim();
  const quote = text[0];
  const isQuoted = text.length >= 2 && (quote === '"' || quote === "'") && text.at(-1) === quote;
  return isQuoted ? text.slice(1, -1) : text;
}

/** `*` stands for any number of characters. Linear for each star: every part is looked for behind the one before. */
function matchesStars(pattern: string, text: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop() ?? '';
  if (!text.startsWith(first)) return false;
  let from = first.length;
  for (const part of rest) {
    const at = text.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return text.length - last.length >= from && text.endsWith(last);
}
