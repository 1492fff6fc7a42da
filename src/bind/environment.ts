/** The environment variables that infrastructure code sets on what runs a program. */
import type { Resource } from '../model/resource.ts';
import { isUnknown, itemsAt, textAt, type Unknown, unknown, type Value, valueAt } from '../model/value.ts';

/** Maps of variables: functions of Lambda, runtimes of AgentCore, services of App Runner in Terraform. */
const MAPS: readonly (readonly string[])[] = [
  ['environment', 'variables'],
  ['environment_variables'],
  ['Environment', 'Variables'],
  ['EnvironmentVariables'],
  ['source_configuration', 'image_repository', 'image_configuration', 'runtime_environment_variables'],
  ['source_configuration', 'code_repository', 'code_configuration_values', 'runtime_environment_variables'],
];

/** Lists of `name` and `value`: containers of ECS and Batch, services of App Runner in CloudFormation. */
const LISTS: readonly (readonly string[])[] = [
  ['ContainerProperties', 'Environment'],
  ['SourceConfiguration', 'ImageRepository', 'ImageConfiguration', 'RuntimeEnvironmentVariables'],
];

/** Texts that hold such lists as JSON, as `jsonencode` writes them. */
const TEXTS: readonly string[] = ['container_definitions', 'container_properties'];

/** Every variable that a resource sets, by name. Of containers that set the same one differently, the value is unknown. */
export function environmentOf(resource: Resource): ReadonlyMap<string, Value> {
  const { attributes } = resource;
  const variables = new Map<string, Value>();
  const set = (name: string, value: Value) => {
    const before = variables.get(name);
    const differs = before !== undefined && !sameValue(before, value);
    variables.set(name, differs ? unknown(`its containers set ${name} to different values`) : value);
  };
  for (const path of MAPS) {
    const map = valueAt(attributes, ...path);
    if (map?.kind === 'map') for (const [name, value] of map.entries) set(name, value);
  }
  const containers = itemsAt(attributes, 'ContainerDefinitions').map((item) => valueAt(item, 'Environment'));
  for (const list of [...containers, ...LISTS.map((path) => valueAt(attributes, ...path))])
    for (const [name, value] of pairsOf(list, 'Name', 'Value')) set(name, value);
  for (const key of TEXTS) {
    for (const container of containersIn(valueAt(attributes, key)))
      for (const [name, value] of pairsOf(container, 'name', 'value')) set(name, value);
  }
  return variables;
}

/** What keeps the environment as a whole from being known: a map or a text that is computed. */
export function unknownEnvironment({ attributes }: Resource): Unknown | undefined {
  return [...MAPS, ...TEXTS.map((key) => [key])]
    .map((path) => valueAt(attributes, ...path))
    .find((value) => isUnknown(value) && value.pieces === undefined) as Unknown | undefined;
}

function sameValue(a: Value, b: Value): boolean {
  return a.kind === 'text' && b.kind === 'text' && a.value === b.value;
}

function pairsOf(
  list: Value | undefined,
  nameKey: string,
  valueKey: string,
): readonly (readonly [string, Value])[] {
  if (list?.kind !== 'list') return [];
  return list.items.flatMap((item) => {
    const name = textAt(item, nameKey);
    const value = valueAt(item, valueKey);
    return typeof name !== 'string' || value === undefined ? [] : [[name, value] as const];
  });
}

/** Stands in JSON for a value that is not known; no text of a program has this character in it. */
const HOLE = '\u{F8FF}';

/** The `environment` of each container in a JSON text, also where other parts of the text are not known. */
function containersIn(text: Value | undefined): readonly Value[] {
  const holes: Unknown[] = [];
  const parsed = parse(jsonOf(text, holes));
  const containers = Array.isArray(parsed) ? parsed : [parsed];
  return containers.flatMap((container) => {
    const list = member(container, 'environment');
    if (!Array.isArray(list)) return [];
    const items = list.map((item): Value => {
      const entries = ['name', 'value'].flatMap((key) => {
        const content = member(item, key);
        return typeof content === 'string' ? [[key, filled(content, holes)] as const] : [];
      });
      return { kind: 'map', entries: new Map(entries) };
    });
    return [{ kind: 'list', items }];
  });
}

/** The text with a numbered hole for each part that is not known, between quotes where none stand around it. */
function jsonOf(text: Value | undefined, holes: Unknown[]): string {
  if (text?.kind === 'text') return text.value;
  if (!isUnknown(text)) return '';
  let inText = false;
  return (text.pieces ?? [])
    .map((piece) => {
      if (typeof piece !== 'string') {
        const hole = `${HOLE}${holes.push(piece) - 1}${HOLE}`;
        return inText ? hole : `"${hole}"`;
      }
      for (let index = 0; index < piece.length; index++) {
        if (piece[index] === '\\') index++;
        else if (piece[index] === '"') inText = !inText;
      }
      return piece;
    })
    .join('');
}

/** A text of the JSON with what was not known in its holes. */
function filled(content: string, holes: readonly Unknown[]): Value {
  const parts = content.split(HOLE);
  if (parts.length === 1) return { kind: 'text', value: content };
  const pieces = parts
    .map((part, index) => (index % 2 === 0 ? part : (holes[Number(part)] ?? part)))
    .filter((piece) => piece !== '');
  const [first] = pieces.filter((piece) => typeof piece !== 'string');
  if (first === undefined) return { kind: 'text', value: content };
  return pieces.length === 1 ? first : unknown(first.why, { ...(first.at && { at: first.at }), pieces });
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;
}
