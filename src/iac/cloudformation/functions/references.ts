/** `Ref`, `Fn::GetAtt`, `Fn::ImportValue` and `Fn::Transform`. */
import { textOf } from '../../document/node.ts';
import { toText } from '../../terraform/values/convert.ts';
import { argumentsOf, type IntrinsicFunction, required, wrong } from './function.ts';

export const reference: IntrinsicFunction = (argument, scope, evaluate) => {
  // With AWS::LanguageExtensions, the name may be computed.
  const name = toText(required('Ref', argument, scope, evaluate));
  return name.kind === 'text' ? scope.reference(name.value, argument.at) : name;
};

export const getAttribute: IntrinsicFunction = (argument, scope, evaluate) => {
  const written = textOf(argument);
  const dot = written?.indexOf('.') ?? -1;
  if (written !== undefined && dot > 0)
    return scope.attribute(written.slice(0, dot), written.slice(dot + 1), argument.at);
  const parts = argumentsOf(argument, 2, 10);
  if (parts === undefined) return wrong('Fn::GetAtt', 'a resource and an attribute', argument);
  const names = parts.map((part) => toText(required('Fn::GetAtt', part, scope, evaluate)));
  const unknown = names.find((name) => name.kind === 'unknown');
  if (unknown !== undefined) return unknown;
  const [resource = '', ...attribute] = names.map((name) => (name.kind === 'text' ? name.value : ''));
  return scope.attribute(resource, attribute.join('.'), argument.at);
};

export const importValue: IntrinsicFunction = (argument, scope, evaluate) => {
  return scope.imported(toText(required('Fn::ImportValue', argument, scope, evaluate)), argument.at);
};

/** A macro is a program, and is not run. */
export const transform: IntrinsicFunction = (argument, scope) => {
  const name = argument.kind === 'map' ? textOf(argument.entries.get('Name')?.node) : undefined;
  return scope.transformed(name, argument.at);
};
