/** A stack with those that are nested in it: the resources that it declares, and the outputs that it has. */
import type { Diagnostic } from '../../model/diagnostic.ts';
import { LIMITS } from '../../model/limits.ts';
import type { Resource } from '../../model/resource.ts';
import type { SourceLocation } from '../../model/source-location.ts';
import { isUnknown, type TextValue, text, type Unknown, unknown, type Value } from '../../model/value.ts';
import { type DataNode, entriesOf, type MapEntry, nodeAt, textOf } from '../document/node.ts';
import type { Budget } from '../terraform/evaluate/budget.ts';
import { resourceOf } from './resource.ts';
import { existence, type Import, Stack } from './stack.ts';
import { EXPORT_WRITER, NESTED_TYPES, type Template } from './template.ts';

/** What is asked to find the template of a nested stack. */
export interface NestedStack {
  readonly id: string;
  readonly declaration: DataNode;
  /** The template that declares it. */
  readonly parent: Template;
  /** `TemplateURL`, or `Location` of an application of SAM. */
  readonly location: Value | undefined;
}

/** What one stack is opened with. */
export interface StackRequest {
  readonly template: Template;
  /** Values for its parameters; they win over the defaults. */
  readonly parameters: ReadonlyMap<string, Value>;
  /** Absent where nobody states it. */
  readonly region?: string | undefined;
  readonly account?: string;
  readonly stackName?: string;
  /** Counts the work of this stack, and of those that share it. */
  readonly budget: Budget;
  /** Gets what is found on the way. */
  readonly diagnostics: Diagnostic[];
  /** Stands before the logical ids in addresses: empty where absent, else such as `Network/`. */
  readonly prefix?: string;
  /** Set where it is not known whether the stack exists. */
  readonly uncertain?: Unknown;
  /** The line that states a parameter, where somebody can state it. */
  readonly hint?: (parameter: string) => string;
  readonly imported?: Import;
  /** The root of a data file, at a path as the template writes it. */
  readonly document?: (path: string, template: Template) => DataNode | undefined;
  /** The template of a nested stack, or why there is none. */
  readonly nested?: (stack: NestedStack) => Template | Diagnostic | undefined;
}

export interface OpenStack {
  /** Everything that it declares, and what the stacks nested in it declare. */
  resources(): readonly Resource[];
  /** The value of an output; `undefined` where there is none of the name, or it does not exist. */
  output(name: string): Value | undefined;
  /** What it exports, and what the stacks nested in it export. */
  exports(): readonly StackExport[];
}

/** One output that other stacks of the account and region can import. */
export interface StackExport {
  /** As the template makes it: the name of the stack, which many have in theirs, may not be known. */
  readonly name: TextValue | Unknown;
  /** `undefined` where it does not exist. */
  value(): Value | undefined;
}

/** Opens a stack. Nothing is evaluated before it is asked for; the same question has the same answer. */
export function openStack(request: StackRequest): OpenStack {
  return open(request, [request.template.file]);
}

function open(request: StackRequest, files: readonly string[]): OpenStack {
  const { template, budget, diagnostics, prefix = '' } = request;
  const children = new Map<string, OpenStack | undefined>();
  const opening = new Set<string>();
  let exported: readonly StackExport[] | undefined;
  const stack = new Stack({
    template,
    parameters: request.parameters,
    budget,
    diagnostics,
    prefix,
    region: request.region ?? unknown('no region is stated'),
    ...(request.account === undefined ? {} : { account: request.account }),
    ...(request.stackName === undefined ? {} : { stackName: request.stackName }),
    ...(request.hint === undefined ? {} : { hint: request.hint }),
    ...(request.imported === undefined ? {} : { imported: request.imported }),
    document: (path) => request.document?.(path, template),
    output: (resource, name) => {
      const found = child(resource);
      if (found === undefined) return undefined;
      return found.output(name) ?? unknown(`the stack ${prefix}${resource} has no output ${name}`);
    },
  });
  diagnostics.push(...template.diagnostics, ...macrosOf(template));
  return { resources, output, exports };

  function child(id: string): OpenStack | undefined {
    if (children.has(id)) return children.get(id);
    const declared = stack.resources.get(id);
    const property = NESTED_TYPES.get(textOf(nodeAt(declared?.node, 'Type')) ?? '');
    if (declared === undefined || property === undefined || opening.has(id)) return undefined;
    opening.add(id);
    const opened = nest(id, declared, property);
    opening.delete(id);
    children.set(id, opened);
    return opened;
  }

  function nest(id: string, { node, at }: MapEntry, property: string): OpenStack | undefined {
    const written = nodeAt(node, 'Properties', property);
    const location = written === undefined ? undefined : stack.value(written);
    const found = request.nested?.({ id, declaration: node, parent: template, location });
    const problem = refusal(found, id, at, files);
    if (problem !== undefined || found === undefined || !('resources' in found)) {
      if (problem !== undefined) diagnostics.push(problem);
      return undefined;
    }
    const parameters = new Map<string, Value>();
    for (const [name, entry] of entriesOf(nodeAt(node, 'Properties', 'Parameters'))) {
      const value = stack.value(entry.node);
      if (value !== undefined) parameters.set(name, value);
    }
    const exists = existence(stack, textOf(nodeAt(node, 'Condition')), at);
    const uncertain = request.uncertain ?? (isUnknown(exists) ? exists : undefined);
    const { hint: _hint, uncertain: _uncertain, ...shared } = request;
    return open(
      {
        ...shared,
        template: found,
        parameters,
        prefix: `${prefix}${id}/`,
        ...(uncertain === undefined ? {} : { uncertain }),
      },
      [...files, found.file],
    );
  }

  function resources(): readonly Resource[] {
    const made: Resource[] = [];
    for (const [id, entry] of stack.resources) {
      // One over the limit is enough to tell that there are more.
      if (made.length > LIMITS.resources) break;
      if (budget.exhausted) {
        budget.outOfSteps();
        break;
      }
      budget.mark({ file: template.file, text: '', locate: () => placeOf(entry.at) }, 0);
      const resource = resourceOf(id, entry, stack, request.uncertain);
      if (resource === undefined) continue;
      made.push(resource);
      for (const one of child(id)?.resources() ?? []) made.push(one);
    }
    return made;
  }

  function output(name: string): Value | undefined {
    const entry = template.outputs.get(name);
    if (entry === undefined) return undefined;
    const exists = existence(stack, textOf(nodeAt(entry.node, 'Condition')), entry.at);
    if (isUnknown(exists)) return exists;
    const value = nodeAt(entry.node, 'Value');
    return exists && value !== undefined ? stack.value(value) : undefined;
  }

  function exports(): readonly StackExport[] {
    if (exported !== undefined) return exported;
    // A name that is made of an import may ask for itself.
    exported = [];
    const own = [...template.outputs].flatMap(([key, { node }]): readonly StackExport[] => {
      const written = nodeAt(node, 'Export', 'Name');
      const name = written === undefined ? undefined : stack.value(written);
      if (name?.kind !== 'text' && name?.kind !== 'unknown') return [];
      return [{ name, value: () => output(key) }];
    });
    const more = [...stack.resources].flatMap(([id, { node, at }]) => {
      const type = textOf(nodeAt(node, 'Type')) ?? '';
      if (type === EXPORT_WRITER) return writtenExports(node);
      if (!NESTED_TYPES.has(type)) return [];
      if (existence(stack, textOf(nodeAt(node, 'Condition')), at) === false) return [];
      return child(id)?.exports() ?? [];
    });
    exported = [...own, ...more];
    return exported;
  }

  function writtenExports(writer: DataNode): readonly StackExport[] {
    const entries = entriesOf(nodeAt(writer, 'Properties', 'WriterProps', 'exports'));
    return [...entries].map(([name, { node }]) => ({ name: text(name), value: () => stack.value(node) }));
  }
}

/** What these do to a template is done here, or makes nothing that is billed. */
const HARMLESS =
  /^AWS::(?:LanguageExtensions|Serverless-2016-10-31|SecretsManager-|CodeDeployBlueGreen|ServiceCatalog)/;

/** Macros over the whole template, which are programs and are not run. */
function macrosOf({ transforms }: Template): readonly Diagnostic[] {
  return transforms.flatMap(({ name, at }) => {
    if (HARMLESS.test(name)) return [];
    const message = `The macro ${name} is not run, so what it adds to the template is not priced.`;
    return [{ code: 'iac-unresolved', severity: 'warning', message, at }];
  });
}

/** Why a nested stack is not read. */
function refusal(
  found: Template | Diagnostic | undefined,
  id: string,
  at: SourceLocation,
  files: readonly string[],
): Diagnostic | undefined {
  if (found === undefined) return undefined;
  if (!('resources' in found)) return found;
  if (files.includes(found.file)) {
    const message = `The stack ${id} nests ${found.file}, which it is part of itself; it was not read again.`;
    return { code: 'iac-unresolved', severity: 'error', message, at };
  }
  if (files.length < LIMITS.moduleDepth) return undefined;
  const message = `Stacks are nested more than ${LIMITS.moduleDepth} deep, which is the limit; ${id} was not read.`;
  return { code: 'limit-exceeded', severity: 'error', message, at };
}

function placeOf({ file, line = 1, column = 1 }: SourceLocation): Required<SourceLocation> {
  return { file, line, column };
}
