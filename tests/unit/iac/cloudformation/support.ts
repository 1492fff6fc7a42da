/** Reads small templates in tests. */
import type { IacReading, IacRoot } from '../../../../src/iac/format.ts';
import { findInfrastructureRoots, readInfrastructure } from '../../../../src/iac/read.ts';
import type { Value } from '../../../../src/model/value.ts';
import { type Files, plain, resourceAt } from '../support.ts';

/** Reads a tree from one template. */
export function readTemplate(files: Files | string, root: Partial<IacRoot> = {}): IacReading {
  const texts = typeof files === 'string' ? { 'app.yaml': files } : files;
  const [directory = ''] = Object.keys(texts);
  return readInfrastructure(new Map(Object.entries(texts)), [
    { format: 'cloudformation', directory, region: 'us-east-1', ...root },
  ]);
}

/** Reads everything that is found in a tree. */
export function readFound(files: Files): IacReading {
  return readInfrastructure(new Map(Object.entries(files)), undefined);
}

/** The templates that are found in a tree. */
export function foundTemplates(files: Files): readonly string[] {
  return findInfrastructureRoots(new Map(Object.entries(files)))
    .filter(({ format }) => format === 'cloudformation')
    .map(({ directory }) => directory);
}

/** The property `V` of a resource `X`, with some sections beside it, as plain data. */
export function property(written: string, sections = '', root: Partial<IacRoot> = {}): unknown {
  return plain(propertyValue(written, sections, root));
}

/** The same as a value. */
export function propertyValue(
  written: string,
  sections = '',
  root: Partial<IacRoot> = {},
): Value | undefined {
  const text = `${sections}\nResources:\n  X:\n    Type: T::T::T\n    Properties:\n      V: ${written}\n  Other: { Type: "A::B::C" }\n`;
  return resourceAt(readTemplate(text, root), 'X').attributes.entries.get('V');
}
