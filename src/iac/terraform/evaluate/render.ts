/** `templatefile` and `templatestring`: texts of the tree as templates, with variables of their own. */
import type { Unknown, Value } from '../../../model/value.ts';
import { parseTemplate } from '../hcl/template-text.ts';
import { failure, kindOf } from '../values/value.ts';
import { findFile } from './files.ts';
import type { Evaluate } from './loop.ts';
import type { Names, Scope } from './scope.ts';

/** What `templatefile` or `templatestring` answers; `undefined` where the name is of neither. */
export function renderTemplate(
  name: string,
  values: readonly Value[],
  scope: Scope,
  evaluate: Evaluate,
): Value | undefined {
  if (name !== 'templatefile' && name !== 'templatestring') return undefined;
  const [first, variables] = values;
  if (first === undefined || variables === undefined || values.length > 2)
    return failure(`function ${name}() takes two arguments`);
  const template = name === 'templatefile' ? fileTemplate(first, scope) : textTemplate(first, scope);
  if ('kind' in template) return template;
  if (variables.kind === 'unknown') return variables;
  if (variables.kind !== 'map')
    return failure(`${kindOf(variables)} stands where the variables of a template are needed`);
  if (!scope.budget.spend(template.content.length >> 2)) return scope.budget.outOfSteps();
  const parsed = parseTemplate(template.path, template.content);
  if (parsed.expression.kind === 'invalid') return failure(`the template of ${name}() has a syntax error`);
  const inner: Scope = {
    ...scope,
    source: parsed.source,
    names: namesOf(variables.entries),
    loop: undefined,
  };
  return evaluate(parsed.expression, inner);
}

interface Template {
  readonly path: string;
  readonly content: string;
}

function fileTemplate(path: Value, scope: Scope): Template | Unknown {
  return findFile('templatefile', path, scope.files);
}

function textTemplate(value: Value, scope: Scope): Template | Unknown {
  if (value.kind === 'unknown') return value;
  if (value.kind !== 'text') return failure('templatestring() needs a text');
  return { path: scope.source.file, content: value.value };
}

/** Templates see their own variables only. */
function namesOf(variables: ReadonlyMap<string, Value>): Names {
  return {
    resolve: (name) => ({
      value: variables.get(name) ?? failure(`a template asks for ${name}, which it is not given`),
      taken: 0,
    }),
  };
}
