/** Which models a state machine calls ("Amazon States Language", and the Amazon Bedrock integration of AWS Step Functions). */
import type { Resource } from '../../../model/resource.ts';
import { isUnknown, textAt, type Unknown, unknown, type Value, valueAt } from '../../../model/value.ts';

export interface ModelTask {
  /** The names of the states on the way to it, the last its own. */
  readonly state: string;
  /** Where the model stands, as a path of attributes of the resource. */
  readonly path: readonly string[];
  readonly model: Value;
}

/** The way to the model, where an address can say it: one branch of several has no name. */
export function attributeOf({ path }: ModelTask): string | undefined {
  const isNamed = !path.includes('Branches') && path.every((step) => /^[\w -]+$/.test(step));
  return isNamed ? path.join('.') : undefined;
}

/** Steps into states inside of states; definitions are nested as deep as their file may be. */
const MAXIMUM_DEPTH = 64;

/** States that call models: by the optimized integration, or by that of the SDK. */
const CALLS = /:states:::(?:bedrock:invokeModel|aws-sdk:bedrockruntime:(?:invokeModel|converse))(?:\.|$)/;

/** The tasks of a definition that call a model, in their order; or why the definition is not known. */
export function modelTasks({ attributes }: Resource): readonly ModelTask[] | Unknown {
  const key = attributes.entries.has('definition') ? 'definition' : 'Definition';
  const definition = attributes.entries.get(key);
  if (definition === undefined) return [];
  if (isUnknown(definition)) return definition;
  const tasks: ModelTask[] = [];
  collect(definition, [key], tasks, 0);
  return tasks;
}

function collect(machine: Value, path: readonly string[], tasks: ModelTask[], depth: number): void {
  const states = valueAt(machine, 'States');
  if (states?.kind !== 'map' || depth > MAXIMUM_DEPTH) return;
  for (const [name, state] of states.entries) {
    const here = [...path, 'States', name];
    const task = modelTask(name, state, here);
    if (task !== undefined) tasks.push(task);
    for (const key of ['ItemProcessor', 'Iterator']) {
      const inner = valueAt(state, key);
      if (inner !== undefined) collect(inner, [...here, key], tasks, depth + 1);
    }
    const branches = valueAt(state, 'Branches');
    if (branches?.kind !== 'list') continue;
    for (const branch of branches.items) collect(branch, [...here, 'Branches'], tasks, depth + 1);
  }
}

function modelTask(state: string, task: Value, path: readonly string[]): ModelTask | undefined {
  const resource = textAt(task, 'Resource');
  const written = isUnknown(resource) ? spelled(resource) : resource;
  if (written === undefined || !CALLS.test(written)) return undefined;
  for (const key of ['Parameters', 'Arguments']) {
    for (const name of ['ModelId', 'ModelId.$']) {
      const model = valueAt(task, key)?.kind === 'map' ? memberOf(valueAt(task, key), name) : undefined;
      if (model === undefined) continue;
      const chosen = name === 'ModelId' && !isExpression(model) ? model : atRunTime(state);
      return { state, path: [...path, key, name], model: chosen };
    }
  }
  return { state, path, model: atRunTime(state) };
}

function memberOf(value: Value | undefined, name: string): Value | undefined {
  return value?.kind === 'map' ? value.entries.get(name) : undefined;
}

/** `{% … %}` of JSONata. */
function isExpression(model: Value): boolean {
  return model.kind === 'text' && model.value.trimStart().startsWith('{%');
}

function atRunTime(state: string): Unknown {
  return unknown(`the state ${state} gets its model at run time`);
}

/** The partition of an integration's ARN may be open. */
function spelled({ pieces }: Unknown): string | undefined {
  return pieces?.map((piece) => (typeof piece === 'string' ? piece : '*')).join('');
}
