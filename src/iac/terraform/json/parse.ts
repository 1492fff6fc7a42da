/** Terraform's JSON syntax (`.tf.json`, `.tofu.json`), as the same tree that its native syntax gives. */
import type { Attribute, Block, Body } from '../hcl/ast.ts';
import type { ParsedHcl } from '../hcl/index.ts';
import { createSource, type Source } from '../hcl/source.ts';
import { type Reading, toExpression } from './expression.ts';
import { type JsonNode, type JsonProperty, readJson } from './nodes.ts';

/** How many labels stand behind the types of blocks that declare something; other blocks are of no interest. */
const LABELS: ReadonlyMap<string, number> = new Map([
  ['resource', 2],
  ['data', 2],
  ['variable', 1],
  ['output', 1],
  ['module', 1],
  ['provider', 1],
  ['locals', 0],
  ['moved', 0],
]);

/** Parses one file. Text that is no JSON is one diagnostic, and nothing of the file is read. */
export function parseJsonSyntax(file: string, text: string): ParsedHcl {
  const source = createSource(file, text);
  const root = readJson(text);
  const blocks: Block[] = [];
  if (root.kind === 'problem') {
    const { code, message, offset } = root;
    const at = source.locate(offset);
    return {
      source,
      body: { attributes: new Map(), blocks },
      diagnostics: [{ code, severity: 'error', message, at }],
    };
  }
  for (const object of objectsOf(root)) {
    for (const { key, value } of object) {
      const labels = LABELS.get(key.value);
      if (labels !== undefined) addBlocks(key.value, [], labels, value, source, blocks);
    }
  }
  return { source, body: { attributes: new Map(), blocks }, diagnostics: [] };
}

/** The properties of an object, or of each object of a list; those that are comments left out. */
function objectsOf(node: JsonNode): readonly (readonly JsonProperty[])[] {
  if (node.kind === 'object') return [node.properties.filter(({ key }) => key.value !== '//')];
  return node.kind === 'array' ? node.items.flatMap(objectsOf) : [];
}

/** Steps down through the labels; below them stands one body, or a list of them. */
function addBlocks(
  type: string,
  labels: readonly string[],
  missing: number,
  node: JsonNode,
  source: Source,
  blocks: Block[],
): void {
  for (const properties of objectsOf(node)) {
    if (missing === 0) {
      blocks.push({
        type,
        labels,
        body: bodyOf(type, properties, source),
        broken: false,
        start: node.start,
        end: node.end,
      });
      continue;
    }
    for (const { key, value } of properties) {
      addBlocks(type, [...labels, key.value], missing - 1, value, source, blocks);
    }
  }
}

/** What stands in a block. Nested blocks cannot be told from arguments here: they are objects, or lists of them. */
function bodyOf(type: string, properties: readonly JsonProperty[], source: Source): Body {
  const attributes = new Map<string, Attribute>();
  const blocks: Block[] = [];
  for (const { key, value } of properties) {
    const { start } = key;
    if (key.value === 'dynamic' && (type === 'resource' || type === 'data' || type === 'content')) {
      addDynamic(value, source, blocks);
      continue;
    }
    const written = toExpression(value, source, readingOf(type, key.value));
    attributes.set(key.value, { name: key.value, value: written, start, end: value.end });
  }
  return { attributes, blocks };
}

function readingOf(type: string, name: string): Reading {
  if (type === 'variable') return name === 'type' ? 'expression' : 'literal';
  if (type === 'moved' || (type === 'dynamic' && name === 'iterator')) return 'expression';
  return 'template';
}

/** `"dynamic": { "filters_config": { "for_each": …, "content": { … } } }` */
function addDynamic(node: JsonNode, source: Source, blocks: Block[]): void {
  for (const properties of objectsOf(node)) {
    for (const { key, value } of properties) {
      for (const inner of objectsOf(value)) {
        const { start, end } = value;
        const content = inner.find((property) => property.key.value === 'content')?.value;
        const others = inner.filter((property) => property.key.value !== 'content');
        const body = bodyOf('dynamic', others, source);
        const contents: Block[] = [];
        if (content !== undefined) addBlocks('content', [], 0, content, source, contents);
        const made: Body = { attributes: body.attributes, blocks: contents };
        blocks.push({ type: 'dynamic', labels: [key.value], body: made, broken: false, start, end });
      }
    }
  }
}
